package io.tapgate.playground.router.device;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest happenings, the oldest first. Older ones are forgotten: a listener misses none. */
final class Journal {
  private final int most;
  private final Deque<Happening> happenings = new ArrayDeque<>();

  Journal(int most) {
    this.most = most;
  }

  synchronized void write(Happening happening) {
    happenings.addLast(happening);
    if (happenings.size() > most) {
      happenings.removeFirst();
    }
  }

  synchronized List<Happening> all() {
    return List.copyOf(happenings);
  }

  /** The newest log lines, the oldest first. */
  synchronized List<LogLine> lines(int newest) {
    Deque<LogLine> lines = new ArrayDeque<>();
    for (var back = happenings.descendingIterator(); back.hasNext() && lines.size() < newest; ) {
      if (back.next().change() instanceof Change.LineLogged logged) {
        lines.addFirst(logged.line());
      }
    }
    return List.copyOf(lines);
  }
}
