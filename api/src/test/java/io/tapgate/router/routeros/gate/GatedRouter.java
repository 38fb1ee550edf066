package io.tapgate.router.routeros.gate;

import io.tapgate.address.Network;
import io.tapgate.connection.RouterId;
import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Session;
import io.tapgate.router.HookToken;
import io.tapgate.router.Router;
import io.tapgate.router.Trust;
import io.tapgate.router.gate.Finding;
import io.tapgate.router.gate.Gate;
import io.tapgate.router.gate.Inspections;
import io.tapgate.router.gate.Plan;
import io.tapgate.router.gate.Visit;
import io.tapgate.router.gate.Visits;
import io.tapgate.router.routeros.Limits;
import io.tapgate.router.routeros.RouterosDoors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pretend router that is being prepared, with whatever an admin wrote down there before. */
final class GatedRouter implements AutoCloseable {
  static final String TOKEN = "a-hook-token-of-this-router";

  /** As prepare.rsc has them. */
  private static final Set<Network> TELEGRAM =
      Pattern.compile("\"([0-9.]+/[0-9]+)\"")
          .matcher(Scripts.text("prepare.rsc"))
          .results()
          .map(found -> Network.parse(found.group(1)))
          .collect(Collectors.toUnmodifiableSet());

  private static final String PASSWORD = "a-password-of-its-own";
  private static final RouterosDoors DOORS = new RouterosDoors(Limits.usual());

  final PretendRouter pretend;
  private final Visits visits = new RouterosVisits(DOORS);
  private final Inspections inspections = new RouterosInspections(DOORS);

  GatedRouter(Consumer<Configuration> before) {
    this(RouterSettings.usual(), before);
  }

  GatedRouter(RouterSettings settings, Consumer<Configuration> before) {
    this.pretend =
        PretendRouter.start(
            settings.withAdmin("admins-own"), before.andThen(GatedRouter::withoutUs));
  }

  /** Nobody has made Tapgate's user yet. */
  private static void withoutUs(Configuration router) {
    for (String menu : List.of("/user", "/user/group")) {
      var shelf = router.shelf(menu);
      shelf.where("name", "tapgate").ifPresent(shelf::remove);
    }
  }

  Gate gate() {
    return gate(List.of());
  }

  Gate gate(List<String> profiles) {
    return new Gate(
        profiles,
        "https://127.0.0.1:1",
        new HookToken(TOKEN),
        new Router.Login("tapgate", PASSWORD),
        true,
        new Router.ListNames("DENY", "PERMIT", "BAN"),
        TELEGRAM,
        Optional.empty());
  }

  Visit visit() {
    return visits.begin(admin());
  }

  Router admin() {
    return router(pretend.port(), new Router.Login("admin", "admins-own"), new Trust.Plain());
  }

  private static Router router(int port, Router.Login login, Trust trust) {
    return new Router(
        new RouterId(1),
        "pretend",
        "127.0.0.1",
        port,
        login,
        trust,
        new Router.ListNames("DENY", "PERMIT", "BAN"));
  }

  /** Tapgate's own user, by the way that has no TLS. */
  Router plain() {
    return router(pretend.port(), new Router.Login("tapgate", PASSWORD), new Trust.Plain());
  }

  Plan plan() {
    try (Visit visit = visit()) {
      return visit.plan(gate().asWritten(), Set.of());
    }
  }

  Router prepare(String... kept) {
    try (Visit visit = visit()) {
      Visit.Prepared way = visit.prepare(gate(), Set.of(kept));
      return own(way);
    }
  }

  Router own(Visit.Prepared way) {
    return router(
        way.port(), new Router.Login("tapgate", PASSWORD), new Trust.Pinned(way.fingerprint()));
  }

  void remove() {
    try (Visit visit = visit()) {
      visit.remove(admin().lists());
    }
  }

  List<Finding> check(Router own) {
    return check(own, Inspections.Opens.YES, Instant.now());
  }

  List<Finding> check(Router own, Inspections.Opens opens, Instant now) {
    return inspections.inspect(own, new Inspections.Expected("", TELEGRAM, _ -> opens, now));
  }

  Session dialsIn(String name) {
    return pretend.dial(Call.of(Account.of(name), "198.51.100.7").quietly()).session();
  }

  @Override
  public void close() {
    pretend.close();
  }
}
