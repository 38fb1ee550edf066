package io.tapgate.watcher;

/** How time passes, not what the clock on the wall says: this machine's clock may be wrong. */
@FunctionalInterface
interface Ticker {
  long nanos();
}
