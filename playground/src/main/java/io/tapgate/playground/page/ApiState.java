package io.tapgate.playground.page;

import java.util.Locale;

/** How Tapgate's api is, as far as its readiness tells. */
enum ApiState {
  /** It has not been ready yet. */
  STARTING,
  UP,
  /** It was ready once, and is not now. */
  SILENT;

  ApiState next(boolean ready) {
    if (ready) {
      return UP;
    }
    return this == STARTING ? STARTING : SILENT;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
