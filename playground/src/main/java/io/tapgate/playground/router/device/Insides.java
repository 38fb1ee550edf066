package io.tapgate.playground.router.device;

import io.tapgate.playground.router.certificate.Certificates;
import io.tapgate.playground.router.config.Configuration;
import java.time.Duration;
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
  private final Configuration configuration;
  private final Certificates certificates = new Certificates();
  private final Callers callers = new Callers();
  private final DeviceMode deviceMode;
  private Duration clockError = Duration.ZERO;
  private Instant booted;

  Insides(InstantSource clock, Consumer<Change> announce, Consumer<Configuration> preparing) {
    this.clock = clock;
    this.announce = announce;
    this.fourLists = new AddressLists(Family.FOUR, announce);
    this.sixLists = new AddressLists(Family.SIX, announce);
    this.fourTracked = new TrackedConnections(Family.FOUR, announce);
    this.sixTracked = new TrackedConnections(Family.SIX, announce);
    this.sessions = new Sessions(announce);
    this.configuration =
        new Configuration(
            edit -> announce.accept(new Change.Configured(clock.instant(), edit)), preparing);
    this.deviceMode = new DeviceMode(configuration.shelf("/system/device-mode"));
    this.booted = clock.instant();
  }

  public Instant now() {
    return clock.instant();
  }

  /** What the router takes for the time of day. */
  public Instant wallTime() {
    return now().plus(clockError);
  }

  public boolean isClockRight() {
    return clockError.isZero();
  }

  /** Sets the router's clock, by so much too late or too early. */
  public void setClockWrong(Duration error) {
    clockError = error;
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

  /** What is written down: it outlives a reboot. */
  public Configuration configuration() {
    return configuration;
  }

  /** What is behind the items of the certificate menu. */
  public Certificates certificates() {
    return certificates;
  }

  public Callers callers() {
    return callers;
  }

  public DeviceMode deviceMode() {
    return deviceMode;
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
    deviceMode.confirm();
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
