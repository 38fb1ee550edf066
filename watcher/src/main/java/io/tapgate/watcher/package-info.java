/** Placeholder. */
@NullMarked
package io.tapgate.watcher;

import org.jspecify.annotations.NullMarked;
