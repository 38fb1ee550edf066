package io.tapgate.playground.router.device;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The address lists of one family. Touched only inside the device. */
public final class AddressLists {
  private final Family family;
  private final Consumer<Change> announce;
  private final Ids ids = new Ids();
  private final Map<String, Entry> byId = new LinkedHashMap<>();
  private final Map<Entry.Key, String> byKey = new HashMap<>();

  /** By list and id, those of more than one address: a packet meets all of them. */
  private final Map<String, Map<String, Entry>> wide = new HashMap<>();

  private final PriorityQueue<End> ends = new PriorityQueue<>(Comparator.comparing(End::at));

  AddressLists(Family family, Consumer<Change> announce) {
    this.family = family;
    this.announce = announce;
  }

  public Collection<Entry> all() {
    return List.copyOf(byId.values());
  }

  public Optional<Entry> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The entry with exactly this list and this address (in normal form). */
  public Optional<Entry> find(String list, String address) {
    return Optional.ofNullable(byKey.get(new Entry.Key(list, address))).map(byId::get);
  }

  /** Whether the firewall would match this address in this list. */
  public boolean holds(String list, String address) {
    return ListAddress.normal(family, address)
            .flatMap(one -> find(list, one))
            .filter(entry -> entry.holds(address))
            .isPresent()
        || wide.getOrDefault(list, Map.of()).values().stream()
            .anyMatch(entry -> entry.holds(address));
  }

  /** Adds an entry; empty when that list has that address already. */
  public Optional<Entry> add(Draft draft, Instant now) {
    if (byKey.containsKey(new Entry.Key(draft.list(), draft.address()))) {
      return Optional.empty();
    }
    Entry entry =
        new Entry(
            ids.next(),
            family,
            draft.list(),
            draft.address(),
            draft.until(),
            draft.dynamic() || draft.until().isPresent(),
            draft.disabled(),
            draft.comment(),
            now);
    keep(entry);
    announce.accept(new Change.EntryAdded(now, entry));
    return Optional.of(entry);
  }

  /** Puts the changed entry in the place of the one with its id; false when its key is taken. */
  public boolean replace(Entry changed, Instant now) {
    Entry before = byId.get(changed.id());
    String holder = byKey.get(changed.key());
    if (before == null || (holder != null && !holder.equals(changed.id()))) {
      return false;
    }
    byKey.remove(before.key());
    narrow(before);
    keep(changed);
    announce.accept(new Change.EntryChanged(now, before, changed));
    return true;
  }

  public void remove(Entry entry, Instant now) {
    goes(entry, now, Change.Why.REMOVED);
  }

  private void keep(Entry entry) {
    byId.put(entry.id(), entry);
    byKey.put(entry.key(), entry.id());
    if (ListAddress.plain(entry.address()).isEmpty()) {
      wide.computeIfAbsent(entry.list(), _ -> new LinkedHashMap<>()).put(entry.id(), entry);
    }
    entry.until().ifPresent(at -> ends.add(new End(at, entry.id())));
  }

  private void narrow(Entry entry) {
    wide.getOrDefault(entry.list(), new HashMap<>()).remove(entry.id());
  }

  private void goes(Entry entry, Instant now, Change.Why why) {
    byId.remove(entry.id());
    byKey.remove(entry.key());
    narrow(entry);
    announce.accept(new Change.EntryGone(now, entry, why));
  }

  /** What has run out by now goes. */
  void sweep(Instant now) {
    for (End end = ends.peek(); end != null && !end.at().isAfter(now); end = ends.peek()) {
      ends.remove();
      Entry entry = byId.get(end.id());
      if (entry != null && entry.until().equals(Optional.of(end.at()))) {
        goes(entry, end.at(), Change.Why.RAN_OUT);
      }
    }
  }

  Optional<Instant> nextEnd() {
    return Optional.ofNullable(ends.peek()).map(End::at);
  }

  /** Whatever is only in memory is forgotten. */
  void reboot(Instant now) {
    for (Entry entry : all()) {
      if (entry.dynamic()) {
        goes(entry, now, Change.Why.REBOOT);
      }
    }
    ends.clear();
  }

  private record End(Instant at, String id) {}

  /**
   * What a new entry is to be.
   *
   * @param address in normal form
   */
  public record Draft(
      String list,
      String address,
      Optional<Instant> until,
      boolean dynamic,
      boolean disabled,
      String comment) {}
}
