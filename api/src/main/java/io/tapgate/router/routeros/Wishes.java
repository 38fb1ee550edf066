package io.tapgate.router.routeros;

import io.tapgate.router.RouterTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What may be wished for one address on the lists of one router. Plain rules: entries in, commands
 * out.
 */
final class Wishes {
  /**
   * How long our own entry in the deny list may outlive us. It lives in the router's memory and so
   * spares its flash; when it ends, the address is still closed: only the permit list opens.
   */
  private static final Duration DENIAL = Duration.ofDays(1);

  /** What a time may have run since it was set, at most, when it is read back. */
  private static final Duration RUN = Duration.ofSeconds(15);

  private static final Duration ROUNDING = Duration.ofSeconds(1);

  private final ListedAddress address;
  private final Lists lists;

  Wishes(ListedAddress address, Lists lists) {
    this.address = address;
    this.lists = lists;
  }

  /** In PERMIT with this lease, and not in DENY. */
  Wish permitted(Duration lease) {
    Optional<Duration> span = Optional.of(Span.checked(lease));
    return (seen, written) -> {
      refuseIf(seen, lists.deny(), entry -> !entry.isOurs() && entry.stands(), "keeps it out");
      List<Command> steps = removal(ours(seen, lists.deny()));
      steps.addAll(standing(lists.permit(), in(seen, lists.permit()), span, written));
      return steps;
    };
  }

  /** Nothing in PERMIT, by whoever's hand: that list is ours alone. */
  Wish notPermitted() {
    return (seen, _) -> removal(in(seen, lists.permit()));
  }

  /** In DENY, by whoever's hand. */
  Wish denied() {
    return (seen, _) -> {
      List<Entry> there = in(seen, lists.deny());
      if (there.stream().anyMatch(Entry::stands)) {
        return List.of();
      }
      refuseIf(seen, lists.deny(), entry -> !entry.isOurs(), "is disabled and in the way");
      return there.isEmpty()
          ? List.of(Phrasebook.addEntry(address, lists.deny(), Optional.of(DENIAL)))
          : removal(there);
    };
  }

  /** Not in DENY by our hand. */
  Wish notDenied() {
    return (seen, _) -> removal(ours(seen, lists.deny()));
  }

  /** In BAN for this span, or until taken out; an entry of the admin's does as well. */
  Wish banned(Optional<Duration> forHowLong) {
    Optional<Duration> span = forHowLong.map(Span::checked);
    return (seen, written) -> {
      if (in(seen, lists.ban()).stream().anyMatch(entry -> !entry.isOurs() && entry.stands())) {
        return List.of();
      }
      refuseIf(seen, lists.ban(), entry -> !entry.isOurs(), "is disabled and in the way");
      return standing(lists.ban(), ours(seen, lists.ban()), span, written);
    };
  }

  /** Not in BAN by our hand. */
  Wish notBanned() {
    return (seen, _) -> removal(ours(seen, lists.ban()));
  }

  /**
   * Exactly one of these entries stands, with this span. One of the other kind (static for timed,
   * timed for static, disabled) cannot be turned and keeps its place, so it goes first.
   */
  private List<Command> standing(
      ListName list, List<Entry> there, Optional<Duration> span, boolean written) {
    List<Entry> right = there.stream().filter(entry -> isOfKind(entry, span)).toList();
    List<Entry> wrong = new ArrayList<>(there);
    wrong.removeAll(right.subList(0, Math.min(1, right.size())));
    List<Command> steps = removal(wrong);
    if (there.isEmpty()) {
      steps.add(Phrasebook.addEntry(address, list, span));
    } else if (!right.isEmpty() && span.isPresent()) {
      steps.addAll(renewal(right.getFirst(), span.get(), written));
    }
    return steps;
  }

  private List<Command> renewal(Entry entry, Duration span, boolean written) {
    return written && isFresh(entry.left().orElseThrow(), span)
        ? List.of()
        : List.of(Phrasebook.renewEntry(address, entry.id(), span));
  }

  private static boolean isOfKind(Entry entry, Optional<Duration> span) {
    return entry.stands() && entry.left().isPresent() == span.isPresent();
  }

  private static boolean isFresh(Duration left, Duration span) {
    Duration asked = span.compareTo(Span.LONGEST) > 0 ? Span.LONGEST : span;
    return left.compareTo(asked.plus(ROUNDING)) <= 0 && left.compareTo(asked.minus(RUN)) >= 0;
  }

  private void refuseIf(List<Entry> seen, ListName list, Predicate<Entry> which, String what) {
    if (in(seen, list).stream().anyMatch(which)) {
      throw new RouterTrouble.Refused(
          "the admin's own entry of "
              + address.text()
              + " in "
              + list
              + " "
              + what
              + "; Tapgate leaves it alone: remove it on the router if it should not be there");
    }
  }

  private List<Command> removal(List<Entry> entries) {
    List<Command> steps = new ArrayList<>();
    entries.forEach(entry -> steps.add(Phrasebook.removeEntry(address, entry.id())));
    return steps;
  }

  private static List<Entry> ours(List<Entry> seen, ListName list) {
    return in(seen, list).stream().filter(Entry::isOurs).toList();
  }

  private static List<Entry> in(List<Entry> seen, ListName list) {
    return seen.stream().filter(entry -> entry.isIn(list)).toList();
  }
}
