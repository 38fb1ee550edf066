package io.tapgate.playground.router;

import io.tapgate.playground.router.console.Console;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Happening;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.device.Subscription;
import io.tapgate.playground.router.scripts.Report;
import io.tapgate.playground.router.scripts.Scripts;
import io.tapgate.playground.router.service.ApiService;
import io.tapgate.playground.router.service.Login;
import io.tapgate.playground.time.Time;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A router that is not there: its API answers on a real port, its clients dial in and hang up at
 * your word, its hooks go out by real HTTP.
 *
 * <p>Safe to use from many threads. Every verb has done its work on the router when it returns;
 * only the hook may still be under way.
 */
public final class PretendRouter implements AutoCloseable {
  private static final int LOG_LINES = 200;

  private final RouterSettings settings;
  private final Device device;
  private final Scripts scripts;
  private final Firewall firewall;
  private final Clients clients;
  private final ApiService api;
  private volatile RouterVersion version;

  private PretendRouter(RouterSettings settings) {
    this.settings = settings;
    this.version = settings.version();
    this.device = new Device(settings.clock(), settings.memory());
    this.scripts =
        new Scripts(
            device, settings.lists(), settings.address(), settings.apiUrl(), settings.hookToken());
    this.firewall = new Firewall(device, settings.lists(), settings.address());
    this.clients = new Clients(device, settings.lists(), settings.pool(), scripts, firewall);
    this.api =
        new ApiService(
            device,
            console(settings.version()),
            new Login(settings.username(), settings.password()),
            settings.tls(),
            settings.port(),
            Time.of(settings.clock()));
  }

  public static PretendRouter start(RouterSettings settings) {
    return new PretendRouter(settings);
  }

  /** Where the API listens, on 127.0.0.1. */
  public int port() {
    return api.port();
  }

  public RouterSettings settings() {
    return settings;
  }

  /** From now on hooks go there: for an api that starts after the router. */
  public void reportTo(URI apiUrl) {
    scripts.reportTo(apiUrl);
  }

  // What clients do.

  /** A client dials in from this address. */
  public Dialled dial(Account account, String caller) {
    return dial(Call.of(account, caller));
  }

  /** A client dials in, in its own way. */
  public Dialled dial(Call call) {
    return clients.dial(call);
  }

  /** The client hangs up; what becomes of the hook is to be had from the result. */
  public CompletableFuture<Report> hangUp(Session session) {
    return clients.hangUp(session, true);
  }

  /** The client hangs up and the hook is lost on the way. */
  public void hangUpQuietly(Session session) {
    CompletableFuture<Report> _ = clients.hangUp(session, false);
  }

  /** The session dies, and no script runs: the lists stay as they are, nobody is told. */
  public void vanish(Session session) {
    clients.vanish(session);
  }

  /** The session dies without a word, and the same client dials in again on the same address. */
  public Dialled redial(Session session) {
    clients.vanish(session);
    return dial(
        Call.of(session.account(), session.caller()).at(session.address()).by(session.service()));
  }

  /** Another session in the place of this one, and no script and no hook for either. */
  public Session replace(Session session) {
    return clients.replace(session);
  }

  /** The connect hook of this session, once more, or late. Changes nothing on the router. */
  public CompletableFuture<Report> reportUp(Session session) {
    return scripts.reportUp(session);
  }

  /** The disconnect hook of this session, once more, or late. Changes nothing on the router. */
  public CompletableFuture<Report> reportDown(Session session) {
    return scripts.reportDown(session);
  }

  /** The client tries to reach a machine behind the router; true when the router lets it. */
  public boolean reaches(Session session, String address, int port) {
    return firewall.passes(session, address, port);
  }

  // What happens to the router.

  /** As after a power cut: sessions, dynamic entries, connections and API callers are gone. */
  public void reboot() {
    reboot(version);
  }

  /** The same, and it comes up with another RouterOS. */
  public void reboot(RouterVersion other) {
    version = other;
    device.change(new Cause.Reboot(), Insides::reboot);
    api.speakBy(console(other));
  }

  /**
   * The same, but nobody at the other end of the API hears of it: connections are not closed, and
   * are silent for good.
   */
  public void powerCycle() {
    api.stall();
    device.change(new Cause.Reboot(), Insides::reboot);
  }

  private Console console(RouterVersion spoken) {
    return new Console(device, spoken.dialect(settings.ipv6()), settings.identity());
  }

  /** From now on the API behaves like this. Clients come and go as before. */
  public void weather(RouterWeather weather) {
    api.turn(weather);
  }

  /** The API answers (again), on the same port. */
  public void on() {
    weather(new RouterWeather.Fine());
  }

  /** The API takes connections and commands, does nothing and never answers. */
  public void silent() {
    weather(new RouterWeather.Silent());
  }

  /** The API's port is closed and every connection to it cut. */
  public void off() {
    weather(new RouterWeather.Off());
  }

  /**
   * Every API connection that is open falls silent for good, without being closed, whatever the
   * weather; who connects anew is answered. As when a firewall in between has lost its memory.
   */
  public void stall() {
    api.stall();
  }

  // What there is to see.

  public RouterView view() {
    return device.inside(this::view);
  }

  /** Everything that happened and who did it, as far as it is remembered. */
  public RouterLog log() {
    List<Happening> happenings = device.history();
    return new RouterLog(happenings.isEmpty() ? 0 : happenings.getFirst().number() - 1, happenings);
  }

  /** The changes of {@link #log()}, without who made them. */
  public List<Change> history() {
    return device.history().stream().map(Happening::change).toList();
  }

  /** The commands heard over the API, the oldest first, without passwords. */
  public List<Change.CommandHeard> commands() {
    return history().stream()
        .flatMap(
            change -> change instanceof Change.CommandHeard heard ? Stream.of(heard) : Stream.of())
        .toList();
  }

  /** How many connections the API has just now. */
  public int callers() {
    return api.callers();
  }

  /** Each change from now on, in order, told from one thread of the router's own. */
  public Subscription onChange(Consumer<Change> listener) {
    return device.listen(listener);
  }

  /**
   * Waits, by real time, until the router looks like this, looking again after each change. Gives
   * the last look either way: the caller judges it.
   */
  public RouterView await(Predicate<RouterView> wanted, Duration atMost) {
    Semaphore changes = new Semaphore(0);
    Instant end = Instant.now().plus(atMost);
    try (Subscription _ = onChange(_ -> changes.release())) {
      RouterView seen = view();
      while (!wanted.test(seen)
          && changes.tryAcquire(
              Duration.between(Instant.now(), end).toMillis(), TimeUnit.MILLISECONDS)) {
        changes.drainPermits();
        seen = view();
      }
      return seen;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return view();
    }
  }

  @Override
  public void close() {
    api.close();
    scripts.close();
    device.close();
  }

  private RouterView view(Insides inner) {
    return new RouterView(
        inner.now(),
        settings.identity(),
        version,
        api.weather(),
        settings.lists(),
        List.copyOf(inner.sessions().all()),
        Stream.of(Family.values()).flatMap(one -> inner.lists(one).all().stream()).toList(),
        Stream.of(Family.values()).flatMap(one -> inner.tracked(one).all().stream()).toList(),
        device.lastLines(LOG_LINES));
  }
}
