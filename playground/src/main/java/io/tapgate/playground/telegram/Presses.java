package io.tapgate.playground.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Pressed buttons and what the bot answered. To be used inside the bell's lock. */
final class Presses {
  /** Nobody documents the number; bots find that after about this long an answer is refused. */
  static final Duration ANSWERABLE = Duration.ofSeconds(15);

  private static final int LONGEST_TOAST = 200;
  private static final int TOASTS_KEPT = 1000;

  private final Bell bell;
  private final InstantSource clock;
  private final SplittableRandom random = new SplittableRandom();
  private final Map<String, Press> presses = new LinkedHashMap<>();
  private final List<Press> all = new ArrayList<>();
  private final Deque<Toast> toasts = new ArrayDeque<>();

  Presses(Bell bell, InstantSource clock) {
    this.bell = bell;
    this.clock = clock;
  }

  Press add(long person, long chat, int message, String data) {
    forgetOld();
    String id = Long.toString(random.nextLong(1, Long.MAX_VALUE));
    Press press = new Press(id, person, chat, message, data, clock.instant(), false);
    presses.put(id, press);
    all.add(press);
    bell.ring(new TelegramEvent.ButtonPressed(press));
    return press;
  }

  void answer(String id, String text, boolean alert) throws Refused {
    forgetOld();
    Press press = presses.get(id);
    if (press == null) {
      throw Refused.badRequest(
          "query is too old and response timeout expired or query ID is invalid");
    }
    if (text.length() > LONGEST_TOAST) {
      throw Refused.badRequest("MESSAGE_TOO_LONG");
    }
    Press answered = press.withAnswer();
    presses.put(id, answered);
    if (!text.isBlank()) {
      show(press, text, alert);
    }
    bell.ring(new TelegramEvent.PressAnswered(answered));
  }

  private void show(Press press, String text, boolean alert) {
    Toast toast =
        new Toast(press.person(), press.chat(), press.message(), text, alert, clock.instant());
    toasts.addLast(toast);
    if (toasts.size() > TOASTS_KEPT) {
      toasts.removeFirst();
    }
    bell.ring(new TelegramEvent.ToastShown(toast));
  }

  private void forgetOld() {
    Instant now = clock.instant();
    presses.values().removeIf(press -> press.at().plus(ANSWERABLE).isBefore(now));
  }

  /** Every press there ever was, as it was made: people do not press often. */
  List<Press> all() {
    return List.copyOf(all);
  }

  List<Press> waiting() {
    forgetOld();
    return presses.values().stream().filter(press -> !press.answered()).toList();
  }

  List<Toast> toasts() {
    return List.copyOf(toasts);
  }
}
