package io.tapgate.router.routeros.gate;

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

  private Stream<Item> passing() {
    return standing.of(Menu.SESSIONS).stream()
        .filter(item -> profile(item).filter(profiles::contains).isPresent())
        .filter(item -> !gated.has(item));
  }

  /** Of one that is no secret's, such as RADIUS's, nobody can say: the servers' own it may be. */
  private Optional<String> profile(Item session) {
    return standing
        .named(Menu.SECRETS, Standing.said(session, "name"))
        .map(secret -> secret.find("profile").orElse("default"))
        .or(() -> profiles.stream().findFirst());
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
    String behind = behind(session).orElse("");
    return Step.of(
        "/interface/list/member: put the session of "
            + GatedSessions.shown(session)
            + " before the gate",
        Menu.MEMBERS.add(
            Map.of("list", Gatehouse.CLIENTS, "interface", behind, "comment", Gatehouse.MARK),
            Optional.empty()));
  }
}
