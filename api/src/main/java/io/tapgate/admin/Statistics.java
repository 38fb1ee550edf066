package io.tapgate.admin;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How it went, day by day (UTC), and how it stands. */
public interface Statistics {

  /** The last so many days, the newest first; days without a connection are there as well. */
  Summary days(int days);

  Now now();

  /**
   * @param medianAnswerSeconds from the question's arrival to the tap; null if nobody tapped
   */
  record Summary(List<Day> days, @Nullable Double medianAnswerSeconds) {
    public Summary {
      days = List.copyOf(days);
    }
  }

  /** Connections by what has become of them so far; each counts on the day it was reported. */
  record Day(
      LocalDate day,
      long reported,
      long asked,
      long confirmed,
      long rejected,
      long expired,
      long banned,
      long ended,
      long everConfirmed) {}

  /** What is live, what is owed, who is kept out. */
  record Now(Live live, Owed owed, long bansInForce) {}

  record Live(long asked, long confirmed) {}

  /**
   * @param router connections that a router was not read back to match
   * @param questions messages that are to be sent or changed
   */
  record Owed(long router, long questions) {}
}
