package io.tapgate.stories;

import io.tapgate.stories.referee.Calendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** The one clock of the deadlines, pushed on instead of waited for. */
final class Time {
  private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);
  private final List<Calendar.Leap> leaps = new CopyOnWriteArrayList<>();
  private final Records records;

  Time(Records records) {
    this.records = records;
  }

  /** Takes the database's clock in hand, once the api has made its tables. */
  void takeOver() {
    records.run(
        """
        create table pretend_time (shift interval not null);
        insert into pretend_time values (interval '0');
        create or replace function tapgate_now() returns timestamptz
          language sql stable parallel safe
          return statement_timestamp() + (select shift from pretend_time);
        """);
  }

  /** When it was pushed. */
  Calendar calendar() {
    return new Calendar(leaps);
  }

  /** What the router's clock shows: time passes for it as it does for everybody. */
  Instant now() {
    return Instant.now().plus(shift.get());
  }

  /** Passes at once, whatever is under way. */
  synchronized void passes(Duration span) {
    leaps.add(new Calendar.Leap(Instant.now(), span));
    shift.accumulateAndGet(span, Duration::plus);
    records.run(
        "update pretend_time set shift = shift + make_interval(secs => "
            + span.toMillis() / 1000.0
            + ")");
  }
}
