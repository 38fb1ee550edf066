/** Whether what is owed is done in time, for the health page. It watches; it never acts. */
@NullMarked
package io.tapgate.connection.health;

import org.jspecify.annotations.NullMarked;
