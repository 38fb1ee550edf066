package io.tapgate.playground.router.filter;

import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.device.AddressLists;
import io.tapgate.playground.router.device.ListAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether a rule is about a packet. Everything it says must hold; an exclamation mark before a
 * value means that it must not. What nobody here can judge is refused, and never taken to hold.
 */
record Matching(AddressLists lists, Interfaces interfaces) {
  private static final Set<String> SAY_NOTHING =
      Set.of(
          "chain",
          "action",
          "jump-target",
          "reject-with",
          "hw-offload",
          "log",
          "log-prefix",
          "disabled",
          "comment");

  boolean isAbout(Item rule, Packet packet, String state) {
    return rule.values().entrySet().stream()
        .filter(one -> !SAY_NOTHING.contains(one.getKey()))
        .allMatch(one -> holds(one, packet, state));
  }

  private boolean holds(Map.Entry<String, String> said, Packet packet, String state) {
    boolean not = said.getValue().startsWith("!");
    String value = not ? said.getValue().substring(1) : said.getValue();
    return not != condition(said.getKey(), packet, state).test(value);
  }

  private Predicate<String> condition(String name, Packet packet, String state) {
    return switch (name) {
      case "connection-state" -> states -> parts(states).contains(state);
      // Nothing here is translated, nor does anything come in by an IPsec policy.
      case "connection-nat-state" -> _ -> false;
      case "ipsec-policy" -> policy -> policy.endsWith(",none");
      case "in-interface" -> packet.in()::equals;
      case "out-interface" -> packet.out()::equals;
      case "in-interface-list" -> list -> interfaces.isIn(list, packet.in());
      case "out-interface-list" -> list -> interfaces.isIn(list, packet.out());
      case "src-address" -> kept -> ListAddress.holds(kept, packet.from());
      case "dst-address" -> kept -> ListAddress.holds(kept, packet.to());
      case "src-address-list" -> list -> lists.holds(list, packet.from());
      case "dst-address-list" -> list -> lists.holds(list, packet.to());
      case "protocol" -> packet.protocol()::equals;
      case "src-port" -> ports -> has(ports, packet.fromPort());
      case "dst-port" -> ports -> has(ports, packet.toPort());
      default -> throw new UnsupportedOperationException("nobody here can judge " + name);
    };
  }

  private static List<String> parts(String value) {
    return List.of(value.split(","));
  }

  private static boolean has(String ports, int port) {
    return Stream.of(ports.split(","))
        .map(part -> part.split("-", 2))
        .anyMatch(ends ->
            Integer.parseInt(ends[0]) <= port && port <= Integer.parseInt(ends[ends.length - 1]));
  }
}
