package io.tapgate.router.routeros.gate;

import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Session;
import io.tapgate.router.routeros.ActiveSessions;
import io.tapgate.router.routeros.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sessions that came up before the gate stood, and so pass it by: each is closed, and dials in
 * again before the gate; or, if an admin says so, put before it as it is.
 */
final class OpenSessions {
  private final Standing standing;
  private final Set<String> profiles;
  private final GatedSessions gated;

  OpenSessions(Standing standing, Set<String> profiles) {
    this.standing = standing;
    this.profiles = profiles;
    this.gated = new GatedSessions(standing);
  }

  List<Session> closed(Set<String> kept) {
    return passing()
        .filter(item -> !kept.contains(Standing.said(item, "name")))
        .flatMap(item -> ActiveSessions.readable(item).stream())
        .toList();
  }

  List<Step> steps(Set<String> kept) {
    List<Step> steps = new ArrayList<>();
    passing()
        .forEach(item ->
            steps.add(
                kept.contains(Standing.said(item, "name"))
                    ? putBefore(item)
                    : GatedSessions.dropped(item)));
    return steps;
  }

  /** Whoever's of these, before the gate or not. */
  List<Session> of(Set<String> accounts) {
    return ours()
        .filter(item -> accounts.contains(Standing.said(item, "name")))
        .flatMap(item -> ActiveSessions.readable(item).stream())
        .toList();
  }

  private Stream<Item> passing() {
    return ours().filter(item -> !gated.has(item));
  }

  private Stream<Item> ours() {
    return standing.of(Menu.SESSIONS).stream()
        .filter(item -> profile(item).filter(profiles::contains).isPresent());
  }

  /** By its secret; of one that has none, such as RADIUS's, by the server it came in by. */
  private Optional<String> profile(Item session) {
    String service = Standing.said(session, "service");
    return standing
        .where(Menu.SECRETS, one -> Standing.says(one, "name", Standing.said(session, "name")))
        .filter(secret -> Set.of("any", service).contains(secret.find("service").orElse("any")))
        .map(secret -> secret.find("profile").orElse("default"))
        .findFirst()
        .or(() ->
            Menu.serving(service)
                .flatMap(standing::only)
                .map(server -> server.find("default-profile").orElse("default")));
  }

  private Optional<String> behind(Item session) {
    String address = Standing.said(session, "address");
    return standing
        .where(Menu.ADDRESSES, one -> one.is("dynamic"))
        .filter(one -> Standing.said(one, "network").replaceFirst("/32$", "").equals(address))
        .map(one -> Standing.said(one, "interface"))
        .findFirst();
  }

  private Step putBefore(Item session) {
    String behind =
        behind(session)
            .orElseThrow(() ->
                new RouterTrouble.Refused(
                    "the router does not show behind which interface the session of "
                        + GatedSessions.shown(session)
                        + " is, so it cannot be put before the gate: let it be closed"));
    return Step.of(
        "/interface/list/member: put the session of "
            + GatedSessions.shown(session)
            + " before the gate",
        Menu.MEMBERS.add(
            Map.of("list", Gatehouse.CLIENTS, "interface", behind, "comment", Gatehouse.MARK),
            Optional.empty()));
  }
}
