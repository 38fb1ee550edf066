package io.tapgate.stories.referee;

import io.tapgate.stories.referee.Trouble.Whose;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Until when something may take that is done at once by those who are there. Real time. */
final class Patience {
  private record Away(Whose whose, Instant from, Instant until) {}

  private final Calendar calendar;
  private final List<Away> away;

  Patience(Evidence evidence) {
    this.calendar = evidence.calendar();
    this.away =
        evidence.troubles().stream()
            .map(
                one -> new Away(one.whose(), calendar.real(one.from()), calendar.real(one.until())))
            .sorted(Comparator.comparing(Away::from))
            .toList();
  }

  /** Whoever of these is away has the same span once more when back. */
  Instant limit(Instant story, Duration span, Set<Whose> needed) {
    Instant begun = calendar.real(story);
    Instant limit = begun.plus(span);
    for (Away one : away) {
      boolean meanwhile = !one.from().isAfter(limit) && !one.until().isBefore(begun);
      if (meanwhile && needed.contains(one.whose()) && limit.isBefore(one.until().plus(span))) {
        limit = one.until().plus(span);
      }
    }
    return limit;
  }

  /** Whether it was over by then. */
  boolean isKept(Instant begun, Instant over, Duration span, Set<Whose> needed) {
    return !calendar.real(over).isAfter(limit(begun, span, needed));
  }

  /** The same with everybody there. */
  boolean isQuick(Instant begun, Instant over, Duration span) {
    return isKept(begun, over, span, Set.of());
  }
}
