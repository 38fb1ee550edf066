package io.tapgate.stories.referee;

import io.tapgate.playground.router.device.ListNames;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Judges a whole log at once. */
public final class Referee {
  private final Terms terms;
  private final ListNames lists;

  public Referee(Terms terms, ListNames lists) {
    this.terms = terms;
    this.lists = lists;
  }

  /** Everything that must not have happened, in the order in which it did. */
  public List<Finding> judge(Evidence evidence) {
    Course course = new Course(evidence);
    Patience patience = new Patience(evidence);
    Rights rights = new Rights(evidence, course, patience, terms);
    return Stream.concat(
            new Permits(course, rights, patience, terms, lists).findings(),
            new Sandbox(course, patience, terms, lists).findings())
        .sorted(Comparator.comparing(Finding::at))
        .toList();
  }
}
