package io.tapgate.stories.referee;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Stories push the clock instead of waiting. Deadlines and leases go by the story's time, as
 * pushed; how quick somebody was goes by real time, in which a push takes no time at all.
 */
public record Calendar(List<Leap> leaps) {

  /** At this real moment, the story's clock went on by so much. */
  public record Leap(Instant at, Duration by) {}

  public Calendar {
    leaps = List.copyOf(leaps);
  }

  Instant real(Instant story) {
    Duration passed = Duration.ZERO;
    for (Leap leap : leaps) {
      Instant before = leap.at().plus(passed);
      if (story.isBefore(before)) {
        break;
      }
      passed = passed.plus(leap.by());
      if (story.isBefore(leap.at().plus(passed))) {
        return leap.at();
      }
    }
    return story.minus(passed);
  }

  public Instant story(Instant real) {
    return leaps.stream()
        .filter(leap -> !leap.at().isAfter(real))
        .map(Leap::by)
        .reduce(real, Instant::plus, (_, last) -> last);
  }
}
