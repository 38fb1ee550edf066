/** The playground as a whole: its settings, its start, its end. */
@NullMarked
package io.tapgate.playground;

import org.jspecify.annotations.NullMarked;
