package io.tapgate.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used as it is; the start ends, saying why and what to do. */
final class DatabaseRefused extends RuntimeException {
  private final String advice;

  DatabaseRefused(String why, String advice, @Nullable Throwable cause) {
    super(why, cause);
    this.advice = advice;
  }

  String advice() {
    return advice;
  }
}
