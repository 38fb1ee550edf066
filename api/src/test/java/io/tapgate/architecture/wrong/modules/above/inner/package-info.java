/** A leaf that only its own room may know. */
@NullMarked
package io.tapgate.architecture.wrong.modules.above.inner;

import org.jspecify.annotations.NullMarked;
