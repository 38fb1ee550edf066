package io.tapgate.playground.router.device;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the device is made of. Only for whoever is inside {@link Device#inside}, and only then. */
public final class Insides {
  private final InstantSource clock;
  private final Consumer<Change> announce;
  private final AddressLists fourLists;
  private final AddressLists sixLists;
  private final TrackedConnections fourTracked;
  private final TrackedConnections sixTracked;
  private final Sessions sessions;
  private Instant booted;

  Insides(InstantSource clock, Consumer<Change> announce) {
    this.clock = clock;
    this.announce = announce;
    this.fourLists = new AddressLists(Family.FOUR, announce);
    this.sixLists = new AddressLists(Family.SIX, announce);
    this.fourTracked = new TrackedConnections(Family.FOUR, announce);
    this.sixTracked = new TrackedConnections(Family.SIX, announce);
    this.sessions = new Sessions(announce);
    this.booted = clock.instant();
  }

  public Instant now() {
    return clock.instant();
  }

  public Instant booted() {
    return booted;
  }

  public AddressLists lists(Family family) {
    return family == Family.FOUR ? fourLists : sixLists;
  }

  public TrackedConnections tracked(Family family) {
    return family == Family.FOUR ? fourTracked : sixTracked;
  }

  public Sessions sessions() {
    return sessions;
  }

  public void log(String topics, String text) {
    Instant now = now();
    announce.accept(new Change.LineLogged(now, new LogLine(now, topics, text)));
  }

  public void announce(Change change) {
    announce.accept(change);
  }

  /** As after a power cut: what is only in memory is gone, and no script ran for it. */
  public void reboot() {
    Instant now = now();
    sessions.reboot(now);
    Stream.of(fourLists, sixLists).forEach(lists -> lists.reboot(now));
    Stream.of(fourTracked, sixTracked).forEach(tracked -> tracked.reboot(now));
    booted = now;
    announce.accept(new Change.Rebooted(now));
    log("system,info", "router rebooted");
  }

  void sweep() {
    Instant now = now();
    fourLists.sweep(now);
    sixLists.sweep(now);
  }

  Optional<Instant> nextEnd() {
    return Stream.of(fourLists, sixLists)
        .flatMap(lists -> lists.nextEnd().stream())
        .min(Instant::compareTo);
  }
}
