package io.tapgate.cli;

import org.jspecify.annotations.Nullable;

/** What a filter wants: the number of what a person named. */
final class Ids {
  private Ids() {}

  static @Nullable String client(Tapgate tapgate, @Nullable String typed) {
    return typed == null ? null : last(new Named(tapgate.api()).client(typed));
  }

  static @Nullable String router(Tapgate tapgate, @Nullable String typed) {
    return typed == null ? null : last(new Named(tapgate.api()).router(typed));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
