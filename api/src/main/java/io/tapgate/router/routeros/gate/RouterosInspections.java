package io.tapgate.router.routeros.gate;

import io.tapgate.router.Router;
import io.tapgate.router.gate.Finding;
import io.tapgate.router.gate.Inspections;
import io.tapgate.router.routeros.Conversation;
import io.tapgate.router.routeros.RouterosDoors;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at routers that run RouterOS 7, as Tapgate's own user there. */
public final class RouterosInspections implements Inspections {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
  private static final String OLDEST = "7.12";

  private final RouterosDoors doors;

  public RouterosInspections(RouterosDoors doors) {
    this.doors = doors;
  }

  @Override
  public List<Finding> inspect(Router router, Expected expected) {
    try (Conversation conversation = doors.converse(router)) {
      Standing standing = Standing.read(conversation);
      return findings(router, expected, standing, conversation);
    }
  }

  private static List<Finding> findings(
      Router router, Expected expected, Standing standing, Conversation conversation) {
    String tapgate = tapgate(router, standing, conversation);
    List<Finding> all = new ArrayList<>();
    version(standing).ifPresent(all::add);
    ApiService service = new ApiService(standing);
    all.addAll(
        new RuleLook(standing)
            .findings(
                Gatehouse.rules(router.lists(), tapgate, service.port(), VpnPorts.of(standing))));
    clients(standing).ifPresent(all::add);
    all.addAll(new ProfileLook(standing, router, expected).findings());
    telegram(standing, expected).ifPresent(all::add);
    all.addAll(new OwnLook(standing, router, tapgate, expected.now()).findings());
    fetch(standing).ifPresent(all::add);
    clock(standing, expected.now()).ifPresent(all::add);
    return all;
  }

  /** Where its user may come from, if that is one address: it was told so when it was prepared. */
  private static String tapgate(Router router, Standing standing, Conversation conversation) {
    String name = router.login().username();
    return standing
        .named(Menu.USERS, name)
        .map(user -> Standing.said(user, "address").replaceFirst("/32$", ""))
        .filter(address -> address.matches("[0-9.]+"))
        .orElseGet(() -> Callers.tapgate(standing, name, conversation));
  }

  private static Optional<Finding> version(Standing standing) {
    RouterosVersion version = RouterosVersion.of(standing);
    return version.isAtLeast(OLDEST)
        ? Optional.empty()
        : Optional.of(
            Finding.problem(
                "version-too-old",
                "it runs RouterOS " + version.text(),
                "Nobody tried Tapgate with anything before " + OLDEST + ".",
                "Upgrade it: /system/package/update/install."));
  }

  private static Optional<Finding> clients(Standing standing) {
    return standing.named(Menu.INTERFACE_LISTS, Gatehouse.CLIENTS).isPresent()
        ? Optional.empty()
        : Optional.of(
            Finding.problem(
                "list-missing",
                "the interface list " + Gatehouse.CLIENTS + " is missing",
                "The rules hold for nobody.",
                "Run `./tapgate router prepare` for it again."));
  }

  private static Optional<Finding> telegram(Standing standing, Expected expected) {
    int missing = Preparing.missing(standing, expected.postOffice()).size();
    return missing == 0
        ? Optional.empty()
        : Optional.of(
            Finding.warning(
                "telegram-missing",
                missing + " networks of Telegram are not in " + Gatehouse.TELEGRAM,
                "A phone that is the VPN client itself may not get the question.",
                "Run `./tapgate router prepare` for it again."));
  }

  private static Optional<Finding> fetch(Standing standing) {
    return ByHands.fetchForbidden(standing)
        .map(by ->
            Finding.problem(
                "fetch-forbidden",
                "device-mode forbids fetch",
                "The router can report nothing: nobody is asked in time.",
                by.todo()));
  }

  private static Optional<Finding> clock(Standing standing, Instant now) {
    return RouterClock.now(standing)
        .map(there -> Duration.between(there, now).abs())
        .filter(off -> off.compareTo(CLOCKS_DIFFER) > 0)
        .map(off ->
            Finding.problem(
                "clock-wrong",
                "its clock is " + off.toMinutes() + " minutes off",
                "It takes good certificates for bad, and its reports may not be sent.",
                "On the router: /system/ntp/client/set enabled=yes servers=pool.ntp.org."));
  }
}
