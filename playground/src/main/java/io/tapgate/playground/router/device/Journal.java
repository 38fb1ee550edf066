package io.tapgate.playground.router.device;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest changes, the oldest first. Older ones are forgotten: a listener misses none. */
final class Journal {
  private static final int MOST = 50_000;

  private final Deque<Change> changes = new ArrayDeque<>();

  synchronized void write(Change change) {
    changes.addLast(change);
    if (changes.size() > MOST) {
      changes.removeFirst();
    }
  }

  synchronized List<Change> all() {
    return List.copyOf(changes);
  }

  /** The newest log lines, the oldest first. */
  synchronized List<LogLine> lines(int most) {
    Deque<LogLine> lines = new ArrayDeque<>();
    for (var back = changes.descendingIterator(); back.hasNext() && lines.size() < most; ) {
      if (back.next() instanceof Change.LineLogged logged) {
        lines.addFirst(logged.line());
      }
    }
    return List.copyOf(lines);
  }
}
