/** What this installation is, for the health page. */
@NullMarked
package io.tapgate.database.health;

import org.jspecify.annotations.NullMarked;
