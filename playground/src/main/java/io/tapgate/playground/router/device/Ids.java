package io.tapgate.playground.router.device;

import java.util.Locale;

/** Numbers the items of one menu: {@code *1}, {@code *2} … {@code *1A}. */
final class Ids {
  private long last;

  String next() {
    last++;
    return "*" + Long.toHexString(last).toUpperCase(Locale.ROOT);
  }
}
