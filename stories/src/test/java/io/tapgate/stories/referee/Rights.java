package io.tapgate.stories.referee;

import static io.tapgate.stories.referee.Trouble.Whose.TAPGATE;
import static io.tapgate.stories.referee.Trouble.Whose.TELEGRAM;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From when a session may be let in, by the taps that were made. */
final class Rights {
  private final Evidence evidence;
  private final Terms terms;
  private final Patience patience;
  private final Questions questions;
  private final Map<Stay, List<Tap>> taps = new HashMap<>();
  private final Map<Long, List<Tap>> ofPerson = new HashMap<>();
  private final Map<String, List<Shown>> shown = new HashMap<>();

  Rights(Evidence evidence, Course course, Patience patience, Terms terms) {
    this.evidence = evidence;
    this.terms = terms;
    this.patience = patience;
    this.questions = new Questions(evidence, course, patience, terms);
    evidence
        .questions()
        .forEach(one -> shown.computeIfAbsent(one.token(), _ -> new ArrayList<>()).add(one));
    evidence.taps().stream().sorted(Comparator.comparing(Tap::at)).forEach(this::note);
  }

  private void note(Tap tap) {
    ofPerson.computeIfAbsent(tap.person(), _ -> new ArrayList<>()).add(tap);
    questions
        .about(tap.token())
        .ifPresent(stay -> taps.computeIfAbsent(stay, _ -> new ArrayList<>()).add(tap));
  }

  /** Its person pressed "It's me" on its question: in time, while it was up, not after "Not me". */
  Optional<Instant> since(Stay stay) {
    Optional<Tap> refused = refused(stay);
    return own(stay)
        .filter(Tap::yes)
        .filter(this::inTime)
        .filter(tap -> stay.isUpAt(tap.at()))
        .filter(tap -> refused.isEmpty() || tap.at().isBefore(refused.get().at()))
        .map(Tap::at)
        .findFirst();
  }

  /** What its person pressed on its question or questions, the earliest first. */
  Stream<Tap> own(Stay stay) {
    return taps.getOrDefault(stay, List.of()).stream()
        .filter(tap -> tap.chat() == tap.person())
        .filter(tap -> questions.person(stay).equals(Optional.of(tap.person())));
  }

  /** What somebody else pressed there. */
  Stream<Tap> foreign(Stay stay) {
    List<Tap> own = own(stay).toList();
    return taps.getOrDefault(stay, List.of()).stream().filter(tap -> !own.contains(tap));
  }

  /** What its person pressed on the questions of other sessions. */
  Stream<Tap> elsewhere(Stay stay) {
    return questions.person(stay).stream()
        .flatMap(person -> ofPerson.getOrDefault(person, List.of()).stream())
        .filter(
            tap -> questions.about(tap.token()).filter(about -> !about.equals(stay)).isPresent());
  }

  /** The first "Not me" in time, before any "It's me". */
  Optional<Tap> refused(Stay stay) {
    return own(stay).filter(this::inTime).findFirst().filter(tap -> !tap.yes());
  }

  /** The time to answer runs from when Telegram's answer can have been heard of, at the latest. */
  boolean inTime(Tap tap) {
    List<Shown> before =
        shown.getOrDefault(tap.token(), List.of()).stream()
            .filter(one -> !one.at().isAfter(tap.at()))
            .toList();
    if (before.isEmpty()) {
      return false;
    }
    Instant taken =
        patience.limit(before.getLast().at(), terms.reaction(), Set.of(TAPGATE, TELEGRAM));
    Instant deadline = evidence.calendar().story(taken).plus(terms.toAnswer());
    Instant latest = before.getFirst().at().plus(terms.longestAnswer()).plus(terms.reaction());
    return tap.at().isBefore(deadline) && tap.at().isBefore(latest);
  }
}
