/** What fits on a screen, and how it is said, in milliseconds. */
@NullMarked
package io.tapgate.cli.console;

import org.jspecify.annotations.NullMarked;
