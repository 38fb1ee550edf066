/** Placeholder. */
@NullMarked
package io.tapgate.playground;

import org.jspecify.annotations.NullMarked;
