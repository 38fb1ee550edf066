package io.tapgate.playground.telegram;

import java.time.Instant;
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

  /** The same, but not before its time. */
  record Delayed(Answer answer, Instant due) implements Answer {}

  /** The first half of it; then the connection is closed. */
  record CutShort(Answer answer) implements Answer {}

  /** Something on the way answers, and not in Telegram's form. */
  record ForeignPage(int status) implements Answer {}

  /** No answer: the connection is closed. */
  record HungUp() implements Answer {}
}
