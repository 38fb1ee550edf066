package io.tapgate.playground.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The bot's last calls. To be used inside the bell's lock. */
final class Journal {
  private static final int KEPT = 10_000;

  private final Bell bell;
  private final Deque<Call> calls = new ArrayDeque<>();

  Journal(Bell bell) {
    this.bell = bell;
  }

  void note(Call call) {
    calls.addLast(call);
    if (calls.size() > KEPT) {
      calls.removeFirst();
    }
    bell.ring(new TelegramEvent.BotCalled(call));
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }
}
