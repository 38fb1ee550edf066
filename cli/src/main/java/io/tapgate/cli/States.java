package io.tapgate.cli;

import io.tapgate.cli.api.Json;
import io.tapgate.cli.console.Moments;

/** One word for how a thing is; empty when nothing is special about it. */
final class States {
  private States() {}

  static String client(Json client) {
    if (!client.text("banned_until").isEmpty()) {
      return "banned";
    }
    return isLocked(client) ? "locked" : "";
  }

  /** True, or the moment until which. */
  private static boolean isLocked(Json client) {
    return client.flag("locked") || client.get("locked").value() instanceof String;
  }

  static String ban(Json ban) {
    if (ban.flag("in_force")) {
      return "in force";
    }
    return ban.get("lifted_at").isMissing() ? "over" : "lifted";
  }

  static String key(Json key, Moments moments) {
    if (key.instant("revoked_at").isPresent()) {
      return "revoked";
    }
    boolean over = key.instant("expires_at").filter(at -> at.isBefore(moments.now())).isPresent();
    return over ? "expired" : "";
  }
}
