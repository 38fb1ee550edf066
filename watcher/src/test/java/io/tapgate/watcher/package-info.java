/** A watcher between a scripted Telegram and a scripted api; nothing here waits without a bound. */
@NullMarked
package io.tapgate.watcher;

import org.jspecify.annotations.NullMarked;
