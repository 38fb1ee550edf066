package io.tapgate.playground.router.service;

import io.tapgate.playground.router.console.Outcome;
import io.tapgate.playground.router.console.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One command under way, from being heard to its {@code !done}. Once it is over, by itself or by a
 * cancel, it says nothing more.
 */
final class Errand {
  private final Optional<String> tag;
  private final Voice voice;
  private boolean over;

  Errand(Optional<String> tag, Voice voice) {
    this.tag = tag;
    this.voice = voice;
  }

  Optional<String> tag() {
    return tag;
  }

  /** Says what the command came to, unless it was cancelled meanwhile. */
  void answer(Outcome outcome, boolean sayEmpty) throws IOException {
    if (end()) {
      switch (outcome) {
        case Outcome.Rows(var rows) -> {
          for (Map<String, String> row : rows) {
            voice.say("!re", tag, row);
          }
          if (rows.isEmpty() && sayEmpty) {
            voice.say("!empty", tag, Map.of());
          }
          voice.done(tag);
        }
        case Outcome.Value(String value) -> voice.say("!done", tag, Map.of("ret", value));
        case Outcome.Done() -> voice.done(tag);
        case Outcome.Refused(Refusal refusal) -> {
          trap(refusal);
          voice.done(tag);
        }
      }
    }
  }

  /** First half of being cancelled; false when it was over already. */
  boolean interrupt() throws IOException {
    boolean wasUnderWay = end();
    if (wasUnderWay) {
      trap(new Refusal(Optional.of(2), "interrupted"));
    }
    return wasUnderWay;
  }

  /** Second half: its own end, said after the cancel's. */
  void bury() throws IOException {
    voice.done(tag);
  }

  private void trap(Refusal refusal) throws IOException {
    Map<String, String> attributes = new LinkedHashMap<>();
    refusal.category().ifPresent(number -> attributes.put("category", String.valueOf(number)));
    attributes.put("message", refusal.message());
    voice.say("!trap", tag, attributes);
  }

  private synchronized boolean end() {
    boolean first = !over;
    over = true;
    return first;
  }
}
