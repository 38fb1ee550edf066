package io.tapgate.playground.router.device;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The connection table of one family. Touched only inside the device. */
public final class TrackedConnections {
  private final Family family;
  private final Consumer<Change> announce;
  private final Map<String, Tracked> byId = new LinkedHashMap<>();
  private final Map<Ends, Tracked> byEnds = new HashMap<>();
  private final Set<String> fasttracked = new HashSet<>();
  private final Ids ids = new Ids();

  TrackedConnections(Family family, Consumer<Change> announce) {
    this.family = family;
    this.announce = announce;
  }

  public Collection<Tracked> all() {
    return List.copyOf(byId.values());
  }

  public Optional<Tracked> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The one between these two, whichever of them began it. */
  public Optional<Tracked> between(String protocol, Tracked.End one, Tracked.End other) {
    Tracked there = byEnds.get(new Ends(protocol, one, other));
    return Optional.ofNullable(there == null ? byEnds.get(new Ends(protocol, other, one)) : there);
  }

  public Tracked open(String protocol, Tracked.End from, Tracked.End to, Instant now) {
    Tracked tracked = new Tracked(ids.next(), family, protocol, from, to);
    byId.put(tracked.id(), tracked);
    byEnds.put(new Ends(protocol, from, to), tracked);
    announce.accept(new Change.ConnectionOpened(now, tracked));
    return tracked;
  }

  public void cut(Tracked tracked, Instant now) {
    byId.remove(tracked.id());
    byEnds.remove(new Ends(tracked.protocol(), tracked.from(), tracked.to()), tracked);
    fasttracked.remove(tracked.id());
    announce.accept(new Change.ConnectionCut(now, tracked));
  }

  /** No rule is asked about it any more, until it is cut. */
  public void fasttrack(Tracked tracked) {
    fasttracked.add(tracked.id());
  }

  public boolean isFasttracked(Tracked tracked) {
    return fasttracked.contains(tracked.id());
  }

  void reboot(Instant now) {
    all().forEach(one -> cut(one, now));
  }

  private record Ends(String protocol, Tracked.End from, Tracked.End to) {}
}
