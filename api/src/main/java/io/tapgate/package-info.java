/** Placeholder. */
@NullMarked
package io.tapgate;

import org.jspecify.annotations.NullMarked;
