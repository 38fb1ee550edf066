package io.tapgate.stories.referee;

import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Entry;
import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Happening;
import io.tapgate.playground.router.device.ListAddress;
import io.tapgate.playground.router.device.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The log, replayed: who was dialled in when, and what stood in the lists when. */
final class Course {
  private final List<Stay> stays = new ArrayList<>();
  private final List<Standing> standings = new ArrayList<>();
  private final Map<String, Happening> ups = new HashMap<>();
  private final Map<Place, Happening> entered = new HashMap<>();
  private final Map<String, List<Stay>> byAddress = new HashMap<>();
  private final Map<String, List<Stay>> byAccount = new HashMap<>();
  private final Map<String, List<Standing>> byEntry = new HashMap<>();

  /** Item numbers are counted for each family. */
  private record Place(Family family, String id) {}

  Course(Evidence evidence) {
    evidence.log().forEach(this::replay);
    long end = evidence.log().isEmpty() ? 0 : evidence.log().getLast().number() + 1;
    ups.values().forEach(up -> stays.add(stay(up, end, evidence.until(), Optional.empty())));
    entered.values().forEach(one -> stood(one, end, evidence.until()));
    stays.sort((one, other) -> Long.compare(one.span().first(), other.span().first()));
    stays.forEach(stay -> of(byAddress, stay.session().address()).add(stay));
    stays.forEach(stay -> of(byAccount, stay.account()).add(stay));
    standings.forEach(one -> of(byEntry, address(one)).add(one));
  }

  List<Stay> stays() {
    return stays;
  }

  List<Standing> standings(String list) {
    return standings.stream().filter(one -> one.isIn(list)).toList();
  }

  /** What stood in any list under exactly the address of this stay. */
  List<Standing> standings(Stay stay) {
    return byEntry.getOrDefault(stay.session().address(), List.of());
  }

  /** Those that had this address, the earliest first. */
  List<Stay> staysOn(Standing standing) {
    return byAddress.getOrDefault(address(standing), List.of());
  }

  List<Stay> staysOf(String account) {
    return byAccount.getOrDefault(account, List.of());
  }

  /** Networks and names are nobody's address. */
  private static String address(Standing standing) {
    String kept = standing.entry().address();
    return ListAddress.plain(kept).orElse(kept);
  }

  private void replay(Happening one) {
    switch (one.change()) {
      case Change.SessionUp(var _, Session session) -> ups.put(session.sessionId(), one);
      case Change.SessionDown(Instant at, Session session, Change.Why why) -> {
        Happening up = Objects.requireNonNull(ups.remove(session.sessionId()));
        stays.add(stay(up, one.number(), at, Optional.of(why)));
      }
      case Change.EntryAdded(var _, Entry entry) -> enters(one, entry);
      case Change.EntryChanged(Instant at, Entry before, Entry after) -> {
        if (!means(before).equals(means(after))) {
          leaves(before, one.number(), at);
          enters(one, after);
        }
      }
      case Change.EntryGone(Instant at, Entry entry, var _) -> leaves(entry, one.number(), at);
      default -> {}
    }
  }

  /** What of an entry decides whom it holds; how long it still stands does not. */
  private static List<Object> means(Entry entry) {
    return List.of(entry.list(), entry.address(), entry.disabled());
  }

  private void enters(Happening one, Entry entry) {
    if (!entry.disabled()) {
      entered.put(new Place(entry.family(), entry.id()), one);
    }
  }

  private void leaves(Entry entry, long number, Instant at) {
    Happening since = entered.remove(new Place(entry.family(), entry.id()));
    if (since != null) {
      stood(since, number, at);
    }
  }

  private void stood(Happening since, long number, Instant at) {
    Entry entry =
        switch (since.change()) {
          case Change.EntryAdded(var _, Entry added) -> added;
          case Change.EntryChanged(var _, var _, Entry changed) -> changed;
          default -> throw new IllegalStateException("no entry: " + since);
        };
    standings.add(new Standing(entry, new Span(since.number(), since.at(), number, at)));
  }

  private static Stay stay(Happening up, long number, Instant at, Optional<Change.Why> why) {
    Change.SessionUp opened = (Change.SessionUp) up.change();
    return new Stay(opened.session(), new Span(up.number(), up.at(), number, at), why);
  }

  private static <T> List<T> of(Map<String, List<T>> all, String key) {
    return all.computeIfAbsent(key, _ -> new ArrayList<>());
  }
}
