package io.tapgate.playground.router.service;

import io.tapgate.playground.router.console.Outcome;
import io.tapgate.playground.router.console.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
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
  void answer(Outcome outcome, boolean sayEmpty) {
    if (outcome instanceof Outcome.Following following) {
      follow(following);
    } else if (outcome instanceof Outcome.Underway(Outcome.Task task)) {
      carryOut(task);
    } else if (end()) {
      say(outcome, sayEmpty);
    }
  }

  /** First half of being cancelled; false when it was over already. */
  synchronized boolean interrupt() {
    boolean wasUnderWay = end();
    if (wasUnderWay) {
      trap(new Refusal(Optional.of(2), "interrupted"));
    }
    return wasUnderWay;
  }

  /** Second half: its own end, said after the cancel's. */
  void bury() {
    voice.done(tag);
  }

  private void say(Outcome outcome, boolean sayEmpty) {
    switch (outcome) {
      case Outcome.Rows(var rows) -> rows(rows, sayEmpty);
      case Outcome.Value(String value) -> voice.say("!done", tag, Map.of("ret", value));
      case Outcome.Done() -> voice.done(tag);
      case Outcome.Broken(var rows, Refusal refusal) -> {
        rows.forEach(row -> voice.say("!re", tag, row));
        trap(refusal);
        voice.done(tag);
      }
      case Outcome.Refused(Refusal refusal) -> {
        trap(refusal);
        voice.done(tag);
      }
      case Outcome.Following _, Outcome.Underway _ -> throw new IllegalStateException("goes on");
    }
  }

  private void rows(List<Map<String, String>> rows, boolean sayEmpty) {
    for (Map<String, String> row : rows) {
      voice.say("!re", tag, row);
    }
    if (rows.isEmpty() && sayEmpty) {
      voice.say("!empty", tag, Map.of());
    }
    voice.done(tag);
  }

  private void follow(Outcome.Following following) {
    try (following) {
      boolean goOn = true;
      while (goOn) {
        goOn = tell(following.rows().take());
      }
    } catch (InterruptedException _) {
      // Cancelled: the cancel has said all there is to say.
      return;
    }
  }

  private void carryOut(Outcome.Task task) {
    try {
      Outcome last =
          task.carryOut(row -> {
            boolean _ = tell(row);
          });
      if (end()) {
        say(last, false);
      }
    } catch (InterruptedException _) {
      // Cancelled, or the caller is gone: nobody is left to be told.
      return;
    }
  }

  private synchronized boolean tell(Map<String, String> row) {
    if (!over) {
      voice.say("!re", tag, row);
    }
    return !over;
  }

  private void trap(Refusal refusal) {
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
