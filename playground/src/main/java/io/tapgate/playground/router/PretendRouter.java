package io.tapgate.playground.router;

import io.tapgate.playground.router.certificate.Certified;
import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.console.Console;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.AddressLists;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Happening;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.device.Subscription;
import io.tapgate.playground.router.filter.Filter;
import io.tapgate.playground.router.filter.Packet;
import io.tapgate.playground.router.filter.Verdict;
import io.tapgate.playground.router.scripts.Preparing;
import io.tapgate.playground.router.scripts.Report;
import io.tapgate.playground.router.scripts.Scripts;
import io.tapgate.playground.router.service.ApiDoors;
import io.tapgate.playground.router.service.ApiService;
import io.tapgate.playground.time.Time;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A router that is not there: its API answers on a real port, its clients dial in and hang up at
 * your word, its packets are judged by its rules, its scripts are run and report by real HTTP.
 *
 * <p>Safe to use from many threads. Every verb has done its work on the router when it returns;
 * only what a script waits for may still be under way.
 */
public final class PretendRouter implements AutoCloseable {
  private static final int LOG_LINES = 200;

  private final RouterSettings settings;
  private final ApiDoors doors;
  private final Device device;
  private final Scripts scripts;
  private final Preparing preparing;
  private final Traffic traffic;
  private final Clients clients;
  private final ApiService api;
  private volatile RouterVersion version;

  private PretendRouter(RouterSettings settings, Consumer<Configuration> before) {
    this.settings = settings;
    this.version = settings.version();
    this.doors = new ApiDoors(settings.tls(), settings.port());
    this.device =
        new Device(
            settings.clock(),
            settings.memory(),
            router -> {
              doors.writeDown(router);
              FirstUsers.of(settings, router);
              before.accept(router);
            });
    this.preparing = new Preparing(device);
    this.scripts =
        new Scripts(device, own(settings), settings.address(), Time.of(settings.clock()));
    this.traffic = new Traffic(device, settings.address());
    this.clients = new Clients(device, settings.pool(), scripts, traffic);
    this.api =
        new ApiService(device, console(settings.version()), doors, Time.of(settings.clock()));
  }

  /** One that an admin has prepared for Tapgate, with the scripts of router-scripts/. */
  public static PretendRouter start(RouterSettings settings) {
    PretendRouter router = new PretendRouter(settings, _ -> {});
    router.prepare();
    return router;
  }

  /** One on which this was written down before anybody looks, and nothing of Tapgate's. */
  public static PretendRouter start(RouterSettings settings, Consumer<Configuration> preparing) {
    return new PretendRouter(settings, preparing);
  }

  /** What prepare.rsc does, and on-up.rsc and on-down.rsc in the profile of those who dial in. */
  public void prepare() {
    preparing.prepare(
        own(settings),
        settings.apiUrl(),
        Map.of(
            "TAPGATE_ADDRESS", "127.0.0.1",
            "API_USERNAME", "tapgate",
            "API_PASSWORD", settings.password(),
            "VPN_UDP_PORTS", "500,1194,1701,4500",
            "VPN_TCP_PORTS", "1194,1723",
            "DENY_LIST", settings.lists().deny(),
            "PERMIT_LIST", settings.lists().permit(),
            "BAN_LIST", settings.lists().ban(),
            "HOOK_TOKEN", settings.hookToken()));
  }

  /** An admin pastes this into the terminal. */
  public void paste(String script) {
    preparing.paste(own(settings), script);
  }

  /** For its own scripts every menu is there, whatever the API shows. */
  private Console own(RouterSettings like) {
    return new Console(
        device,
        like.version().dialect(true),
        like.identity(),
        like.address(),
        Time.of(like.clock()));
  }

  /** Where the API listens, on 127.0.0.1. */
  public int port() {
    return doors.port();
  }

  /** Where it listens by TLS, on 127.0.0.1: the service api-ssl. */
  public int tlsPort() {
    return doors.tlsPort();
  }

  public RouterSettings settings() {
    return settings;
  }

  /** From now on its scripts report there: for an api that starts after the router. */
  public void reportTo(URI apiUrl) {
    preparing.reportTo(apiUrl);
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

  /** What on-up reports of this session, once more, or late. Changes nothing on the router. */
  public CompletableFuture<Report> reportUp(Session session) {
    return scripts.reportUp(session);
  }

  /** What on-down reports of this session, once more, or late. Changes nothing on the router. */
  public CompletableFuture<Report> reportDown(Session session) {
    return scripts.reportDown(session);
  }

  /** The client tries to reach a machine behind the router; true when the router lets it. */
  public boolean reaches(Session session, String address, int port) {
    return traffic.reaches(session, address, port);
  }

  /** What the rules as they stand would make of this packet; nothing comes of it. */
  public Verdict judges(Packet packet) {
    return device.inside(inner -> Filter.judge(packet, inner));
  }

  /** The packet comes: a connection that is let through goes on until it is cut. */
  public Verdict sends(Packet packet) {
    return device.inside(inner -> Filter.send(packet, inner));
  }

  // What admins write down.

  /** Does something with what is written down, by hand. */
  public void configure(Consumer<Configuration> work) {
    device.change(new Cause.Hand(), inner -> work.accept(inner.configuration()));
    api.settle();
  }

  /** Brings a certificate without its key, to be trusted from now on. */
  public void trust(String name, X509Certificate certificate) {
    device.change(
        new Cause.Hand(),
        inner -> {
          Item item = inner.configuration().add("/certificate", "name=" + name + " trusted=true");
          inner.certificates().put(item.id(), Certified.brought(certificate));
        });
  }

  /** The router's clock is wrong by so much from now on; what times out does so as before. */
  public void setClockWrong(Duration error) {
    device.change(new Cause.Hand(), inner -> inner.setClockWrong(error));
  }

  /** Puts an address into a list, by hand and for good. */
  public void list(String list, String address) {
    AddressLists.Draft draft =
        new AddressLists.Draft(list, address, Optional.empty(), false, false, "");
    device.change(
        new Cause.Hand(), inner -> inner.lists(Family.of(address)).add(draft, inner.now()));
  }

  /** Somebody takes it off that list by hand; what is tracked goes on. */
  public void unlist(String list, String address) {
    device.change(
        new Cause.Hand(),
        inner -> {
          AddressLists lists = inner.lists(Family.of(address));
          lists.find(list, address).ifPresent(entry -> lists.remove(entry, inner.now()));
        });
  }

  /** What is written down, as the router would print it. */
  public String export() {
    return device.inside(inner -> inner.configuration().export());
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

  /** Somebody presses the button: a device mode that was asked for comes true, in a reboot. */
  public void pressButton() {
    if (device.inside(inner -> inner.deviceMode().isAsked())) {
      reboot();
    }
  }

  private Console console(RouterVersion spoken) {
    return new Console(
        device,
        spoken.dialect(settings.ipv6()),
        settings.identity(),
        settings.address(),
        Time.of(settings.clock()));
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
