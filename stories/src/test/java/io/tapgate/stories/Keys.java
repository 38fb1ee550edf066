package io.tapgate.stories;

/** Who may knock where. */
final class Keys {
  static final String HOOK = "hook-token-of-the-stories";
  static final String WATCHER = "watcher-token-of-the-stories";
  static final String ADMIN = "admin-token-of-the-stories";
  static final String METRICS = "metrics-token-of-the-stories";
  static final String TELEGRAM = "123456:telegram-token-of-the-stories";
  static final String ROUTER = "router-password-of-the-stories";

  /** As the document's examples have it. */
  static final String ROUTER_ADMIN = "a long one";

  private Keys() {}
}
