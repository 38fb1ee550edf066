package io.tapgate.playground.router;

import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.config.Shelf;
import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.ListAddress;
import io.tapgate.playground.router.filter.Filter;
import io.tapgate.playground.router.filter.Packet;
import io.tapgate.playground.router.filter.Verdict;
import java.util.Optional;

/** The first packet of somebody who wants to dial in, from the internet. */
record DialIn(Call call) {
  private static final String FROM = "ether1";

  /** Why the rules do not let it come to the VPN's server; empty: they do. */
  Optional<String> refused(Insides inner) {
    // Who calls from a MAC address sends no packet that a filter rule would see.
    return ListAddress.plain(call.caller())
        .map(caller -> Filter.judge(packet(caller, inner.configuration()), inner))
        .filter(verdict -> !verdict.passes())
        .map(this::why);
  }

  private Packet packet(String caller, Configuration router) {
    String own = Family.of(caller) == Family.FOUR ? "203.0.113.1" : "2001:db8:ffff::1";
    return switch (call.service()) {
      case "sstp" -> Packet.forTheRouter(FROM, "tcp", caller, own, sstp(router));
      case "ovpn" -> Packet.forTheRouter(FROM, "tcp", caller, own, 1194);
      case "pptp" -> Packet.forTheRouter(FROM, "tcp", caller, own, 1723);
      default -> Packet.forTheRouter(FROM, "udp", caller, own, 1701);
    };
  }

  private static int sstp(Configuration router) {
    Shelf server = router.shelf("/interface/sstp-server/server");
    return Integer.parseInt(server.value(server.all().getFirst(), "port"));
  }

  private String why(Verdict verdict) {
    boolean listed = !verdict.by().map(rule -> rule.said("src-address-list")).orElse("").isEmpty();
    return call.caller() + (listed ? " is banned" : " is not let in by the rule " + rule(verdict));
  }

  private static String rule(Verdict verdict) {
    return "\"" + verdict.comment() + "\" (" + verdict.by().map(Item::id).orElse("") + ")";
  }
}
