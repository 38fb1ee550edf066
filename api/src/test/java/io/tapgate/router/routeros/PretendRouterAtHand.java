package io.tapgate.router.routeros;

import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.RouterId;
import io.tapgate.connection.SessionId;
import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Shelf;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.time.Time;
import io.tapgate.router.Router;
import io.tapgate.router.RouterAtHand;
import io.tapgate.router.Trust;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;

/** The playground's router. Its admin speaks to it over the API, too. */
final class PretendRouterAtHand implements RouterAtHand {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
  private final PretendRouter pretend;
  private final Conversation admin;

  /** One that was prepared, and on which an admin has put a gate for IPv6, too. */
  PretendRouterAtHand(String version) {
    this(version, PretendRouter::start);
    pretend.configure(PretendRouterAtHand::letSixThrough);
  }

  /** One on which nothing is written down, and whose lists are empty. */
  static PretendRouterAtHand blank(String version) {
    return new PretendRouterAtHand(version, like -> PretendRouter.start(like, _ -> {}));
  }

  private PretendRouterAtHand(String version, Function<RouterSettings, PretendRouter> starting) {
    Time clock = new Stopped();
    this.pretend =
        starting.apply(
            RouterSettings.usual()
                .withVersion(version)
                .withClock(clock)
                .withHooks(URI.create("http://127.0.0.1:1"), "nobody-listens"));
    this.admin = Conversation.over(new Dialling(router(), Limits.usual()).dial(), Limits.usual());
    admin.ask(Phrasebook.login(router().login()));
  }

  @Override
  public Router router() {
    return new Router(
        new RouterId(1),
        "pretend",
        "127.0.0.1",
        pretend.port(),
        new Router.Login("tapgate", "tapgate"),
        new Trust.Plain(),
        new Router.ListNames("DENY", "PERMIT", "BAN"));
  }

  @Override
  public SessionId comesUp(String name, String caller, TunnelAddress address) {
    Call call = Call.of(Account.of(name), caller).at(address.toString()).quietly();
    SessionId id = new SessionId(pretend.dial(call).session().sessionId());
    if (address.toString().indexOf(':') >= 0) {
      // The router's scripts know nothing of IPv6: this is what the admin's own would do.
      adds("DENY", address.toString(), "tapgate", Optional.empty(), false);
    }
    return id;
  }

  private static void letSixThrough(Configuration router) {
    String filter = "/ipv6/firewall/filter";
    Shelf rules = router.shelf(filter);
    rules.all().forEach(rules::remove);
    router.add(
        filter, "chain=forward in-interface-list=tapgate-vpn src-address-list=!PERMIT action=drop");
  }

  @Override
  public SessionId redials(SessionId session) {
    return new SessionId(pretend.replace(find(session).orElseThrow()).sessionId());
  }

  @Override
  public boolean isUp(SessionId session) {
    return find(session).isPresent();
  }

  private Optional<Session> find(SessionId session) {
    return pretend.view().sessions().stream()
        .filter(one -> session.isWritten(one.sessionId()))
        .findFirst();
  }

  @Override
  public boolean getsThrough(SessionId session) {
    return pretend.reaches(find(session).orElseThrow(), "192.168.88.20", 22);
  }

  @Override
  public int connections(TunnelAddress address) {
    return pretend.view().connectionsOf(address.toString()).size();
  }

  @Override
  public void adds(
      String list, String address, String comment, Optional<Duration> span, boolean disabled) {
    String menu = address.indexOf(':') < 0 ? "/ip" : "/ipv6";
    List<String> words = new ArrayList<>(List.of(menu + "/firewall/address-list/add"));
    words.add("=list=" + list);
    words.add("=address=" + address);
    words.add("=comment=" + comment);
    words.add("=disabled=" + (disabled ? "yes" : "no"));
    span.ifPresent(time -> words.add("=timeout=" + Span.written(time)));
    Command add = Command.of(words.toArray(String[]::new));
    List<Item> _ = admin.ask(add).items(add);
  }

  @Override
  public List<Listed> entries(String list, String address) {
    Instant at = now.get();
    return pretend.view().list(list).stream()
        .filter(one -> one.address().equals(address) || one.address().equals(address + "/128"))
        .map(one -> new Listed(one.left(at), one.comment(), one.disabled()))
        .toList();
  }

  @Override
  public void disablesAccount(String name) {
    pretend.configure(router -> {
      Shelf secrets = router.shelf("/ppp/secret");
      boolean _ =
          secrets.change(secrets.where("name", name).orElseThrow(), Map.of("disabled", "true"));
    });
  }

  @Override
  public void addsAccount(String name, String password, String comment, boolean disabled) {
    Command add =
        Command.of(
            "/ppp/secret/add",
            "=name=" + name,
            "=password=" + password,
            "=comment=" + comment,
            "=disabled=" + (disabled ? "yes" : "no"));
    List<Item> _ = admin.ask(add).items(add);
  }

  @Override
  public void wasIn(String name, String until) {
    pretend.configure(all -> {
      Shelf shelf = all.shelf("/ppp/secret");
      boolean _ =
          shelf.change(shelf.where("name", name).orElseThrow(), Map.of("last-logged-out", until));
    });
  }

  @Override
  public List<Kept> accounts(String name) {
    List<Kept> kept = new ArrayList<>();
    pretend.configure(all -> {
      Shelf shelf = all.shelf("/ppp/secret");
      shelf.all().stream()
          .filter(one -> one.said("name").equals(name))
          .map(one -> kept(shelf, one))
          .forEach(kept::add);
    });
    return kept;
  }

  private static Kept kept(Shelf shelf, io.tapgate.playground.router.config.Item one) {
    return new Kept(
        one.said("name"),
        one.said("password"),
        shelf.value(one, "profile"),
        shelf.value(one, "service"),
        one.said("comment"),
        one.isDisabled());
  }

  @Override
  public void addsProfile(String name, boolean gated) {
    Command add =
        Command.of(
            "/ppp/profile/add",
            "=name=" + name,
            "=interface-list=" + (gated ? Phrasebook.GATED : ""));
    List<Item> _ = admin.ask(add).items(add);
  }

  @Override
  public int count(String list) {
    return pretend.view().list(list).size();
  }

  @Override
  public int commands() {
    return pretend.commands().size();
  }

  @Override
  public void timePasses(Duration span) {
    now.updateAndGet(instant -> instant.plus(span));
  }

  @Override
  public void fallsSilent() {
    pretend.silent();
  }

  @Override
  public void answersNothing() {
    pretend.weather(new RouterWeather.Mute());
  }

  @Override
  public void losesItsLines() {
    pretend.stall();
  }

  @Override
  public void breaksOffAfter(int replies) {
    pretend.weather(new RouterWeather.Cut(replies));
  }

  @Override
  public void answersLater(Duration delay) {
    pretend.weather(new RouterWeather.Slow(delay));
  }

  @Override
  public void letsNobodyIn() {
    pretend.weather(new RouterWeather.Refusing());
  }

  @Override
  public void refuses(Deed... deeds) {
    String[] verbs = Stream.of(deeds).map(PretendRouterAtHand::verb).toArray(String[]::new);
    pretend.weather(new RouterWeather.Trapping(RouterWeather.Trapping.NO_PERMISSION, verbs));
  }

  private static String verb(Deed deed) {
    return switch (deed) {
      case READ -> "print";
      case ADD -> "add";
      case CHANGE -> "set";
      case REMOVE -> "remove";
    };
  }

  @Override
  public void endsTheLine() {
    pretend.weather(new RouterWeather.Fatal());
  }

  @Override
  public void reboots() {
    pretend.reboot();
  }

  @Override
  public void goesDown() {
    pretend.off();
  }

  @Override
  public void comesBack() {
    pretend.on();
  }

  @Override
  public void close() {
    admin.close();
    pretend.close();
  }

  /**
   * Stands still but for what a test lets pass; who waits by it waits as long as it really takes.
   */
  private final class Stopped implements Time {
    private final Map<Instant, Long> ends = new ConcurrentHashMap<>();

    private long end(Instant moment) {
      return System.nanoTime() + Duration.between(instant(), moment).toNanos();
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public void until(Instant moment) throws InterruptedException {
      if (!instant().isBefore(moment)) {
        return;
      }
      long end = ends.computeIfAbsent(moment, this::end);
      while (end - System.nanoTime() > 0) {
        LockSupport.parkNanos(end - System.nanoTime());
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
  }
}
