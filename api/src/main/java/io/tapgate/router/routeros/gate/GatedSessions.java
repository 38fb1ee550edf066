package io.tapgate.router.routeros.gate;

import io.tapgate.router.Session;
import io.tapgate.router.routeros.ActiveSessions;
import io.tapgate.router.routeros.Item;
import io.tapgate.router.routeros.Reply;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sessions that stand before the gate now. */
final class GatedSessions {
  private final Standing standing;
  private final Set<String> addresses;

  GatedSessions(Standing standing) {
    this.standing = standing;
    Set<String> gated =
        standing
            .where(Menu.MEMBERS, member -> Standing.says(member, "list", Gatehouse.CLIENTS))
            .map(member -> Standing.said(member, "interface"))
            .collect(Collectors.toSet());
    this.addresses =
        standing
            .where(Menu.ADDRESSES, one -> one.is("dynamic"))
            .filter(one -> gated.contains(Standing.said(one, "interface")))
            .map(one -> Standing.said(one, "network").replaceFirst("/32$", ""))
            .collect(Collectors.toSet());
  }

  boolean has(Item session) {
    return addresses.contains(Standing.said(session, "address"));
  }

  List<Session> sessions() {
    return items().flatMap(item -> ActiveSessions.readable(item).stream()).toList();
  }

  List<Step> steps() {
    return items().map(GatedSessions::dropped).toList();
  }

  private Stream<Item> items() {
    return standing.of(Menu.SESSIONS).stream().filter(this::has);
  }

  static Step dropped(Item session) {
    return Step.of(
        "/ppp/active: close the session of " + shown(session),
        Menu.SESSIONS.remove(List.of(session.id())));
  }

  static String shown(Item session) {
    return Reply.shown(Standing.said(session, "name")) + " on " + Standing.said(session, "address");
  }
}
