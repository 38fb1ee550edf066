package io.tapgate.playground.router.device;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The connection table of one family. Touched only inside the device. */
public final class TrackedConnections {
  private final Family family;
  private final Consumer<Change> announce;
  private final Map<String, Tracked> byId = new LinkedHashMap<>();
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

  public Tracked open(String protocol, Tracked.End from, Tracked.End to, Instant now) {
    Tracked tracked = new Tracked(ids.next(), family, protocol, from, to);
    byId.put(tracked.id(), tracked);
    announce.accept(new Change.ConnectionOpened(now, tracked));
    return tracked;
  }

  public void cut(Tracked tracked, Instant now) {
    byId.remove(tracked.id());
    announce.accept(new Change.ConnectionCut(now, tracked));
  }

  /** Cuts whatever has this address at either end. */
  public void cutAllOf(String address, Instant now) {
    all().stream().filter(one -> one.touches(address)).forEach(one -> cut(one, now));
  }

  void reboot(Instant now) {
    all().forEach(one -> cut(one, now));
  }
}
