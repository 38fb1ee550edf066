package io.tapgate.stories;

/** Who may knock where. */
final class Keys {
  static final String HOOK = "hook-token-of-the-stories";
  static final String WATCHER = "watcher-token-of-the-stories";
  static final String ADMIN = "admin-token-of-the-stories";
  static final String METRICS = "metrics-token-of-the-stories";
  static final String TELEGRAM = "123456:telegram-token-of-the-stories";
  static final String ROUTER = "router-password-of-the-stories";

  private Keys() {}
}
