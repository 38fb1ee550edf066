/** Who may connect, how many chances are left, who is banned. */
@NullMarked
package io.tapgate.client;

import org.jspecify.annotations.NullMarked;
