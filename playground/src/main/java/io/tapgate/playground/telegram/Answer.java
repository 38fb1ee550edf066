package io.tapgate.playground.telegram;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What becomes of a call. */
sealed interface Answer {

  /** It worked. */
  record Result(JsonNode value) implements Answer {}

  /**
   * Telegram says no.
   *
   * @param retryAfter seconds to wait before the next try, where Telegram names them
   */
  record Refusal(int code, String description, @Nullable Integer retryAfter) implements Answer {
    Refusal(int code, String description) {
      this(code, description, null);
    }

    static Refusal badRequest(String why) {
      return new Refusal(400, "Bad Request: " + why);
    }

    static Refusal forbidden(String why) {
      return new Refusal(403, "Forbidden: " + why);
    }
  }

  /** No answer: the connection is closed. */
  record HungUp() implements Answer {}
}
