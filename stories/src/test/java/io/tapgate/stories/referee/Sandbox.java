package io.tapgate.stories.referee;

import io.tapgate.playground.router.device.ListNames;
import io.tapgate.stories.referee.Trouble.Whose;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges that a session which is not let in stands in DENY, from the script on up on. */
final class Sandbox {
  private static final Set<Whose> NEEDED = Set.of(Whose.ROUTER, Whose.TAPGATE);

  private final Course course;
  private final Patience patience;
  private final Terms terms;
  private final ListNames lists;

  Sandbox(Course course, Patience patience, Terms terms, ListNames lists) {
    this.course = course;
    this.patience = patience;
    this.terms = terms;
    this.lists = lists;
  }

  Stream<Finding> findings() {
    return course.stays().stream().flatMap(stay -> firstGap(stay).stream());
  }

  /** In neither list for longer than it takes to move from one to the other. */
  private Optional<Finding> firstGap(Stay stay) {
    Instant covered = stay.span().from();
    for (Standing one : listed(stay)) {
      if (!isKept(covered, one.span().from())) {
        return Optional.of(gap(stay, covered));
      }
      covered = covered.isAfter(one.span().until()) ? covered : one.span().until();
    }
    return isKept(covered, stay.span().until())
        ? Optional.empty()
        : Optional.of(gap(stay, covered));
  }

  private List<Standing> listed(Stay stay) {
    return course.standings(stay).stream()
        .filter(one -> one.isIn(lists.deny()) || one.isIn(lists.permit()))
        .filter(one -> one.span().touches(stay.span()))
        .sorted(Comparator.comparing(one -> one.span().from()))
        .toList();
  }

  private boolean isKept(Instant left, Instant found) {
    return patience.isKept(left, found, terms.reaction(), NEEDED);
  }

  private static Finding gap(Stay stay, Instant since) {
    return new Finding(Rule.IN_THE_SANDBOX_OTHERWISE, since, stay + " stands in neither list");
  }
}
