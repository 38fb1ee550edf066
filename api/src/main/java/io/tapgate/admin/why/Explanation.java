package io.tapgate.admin.why;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "why?".
 *
 * @param summary where the client is now, and why, in one sentence
 */
public record Explanation(long connection, String state, String summary, List<Sentence> sentences) {
  public Explanation {
    sentences = List.copyOf(sentences);
  }

  /**
   * @param at when it happened; null for what holds now
   */
  public record Sentence(@Nullable Instant at, String text) {}
}
