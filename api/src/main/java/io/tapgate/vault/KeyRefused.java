package io.tapgate.vault;

import org.jspecify.annotations.Nullable;

/** The key is missing, or not the one that was used before: the start ends here. */
public final class KeyRefused extends RuntimeException {
  public KeyRefused(String why, @Nullable Throwable cause) {
    super("TAPGATE_KEY: " + why, cause);
  }
}
