package io.tapgate.cli;

import io.tapgate.cli.api.Json;
import io.tapgate.cli.console.Moments;

/** What was done, in a sentence. */
final class Sentences {
  private Sentences() {}

  /** Some have a chat and no account name. */
  static String name(Json client) {
    String name = client.text("name");
    if (!name.isEmpty()) {
      return name;
    }
    String chat = client.text("chat_id");
    return chat.isEmpty() ? "'#" + client.text("id") + "'" : "chat " + chat;
  }

  static String banned(Json client, String typed, Moments moments) {
    String until = until(client, "banned_until", moments);
    return typed
        + " is banned"
        + (until.isEmpty()
            ? "."
            : until.equals("never") ? " until lifted." : " until " + until + ".");
  }

  /** A moment, or never. */
  static String until(Json thing, String field, Moments moments) {
    return thing.text(field).equals("never") ? "never" : moments.atAndFrom(thing.instant(field));
  }

  /** Connection 12 (alice) is … */
  static String connection(Json connection) {
    String name = name(connection.get("client"));
    return "Connection "
        + connection.text("id")
        + " ("
        + name
        + ") is "
        + connection.text("state")
        + ".";
  }
}
