package io.tapgate.router.routeros.gate;

import io.tapgate.address.Network;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Session;
import io.tapgate.router.gate.Gate;
import io.tapgate.router.routeros.Command;
import io.tapgate.router.routeros.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a router lacks of the gate, in the order in which it is given: first what the gate stands
 * on, then the gate, last what brings clients before it.
 */
final class Preparing {
  private static final String OLDEST = "7.12";

  private final Standing standing;
  private final Gate gate;
  private final String tapgate;

  Preparing(Standing standing, Gate gate, String tapgate) {
    this.standing = standing;
    this.gate = gate;
    this.tapgate = tapgate;
    RouterosVersion.of(standing).requireAtLeast(OLDEST);
    if (tapgate.contains(":")) {
      throw new RouterTrouble.Refused(
          "Tapgate reaches the router from "
              + tapgate
              + ", and the gate needs to know it by IPv4: say from which IPv4 address it comes");
    }
  }

  List<Step> steps(Set<String> kept) {
    ApiService service = new ApiService(standing);
    List<Step> steps = new ArrayList<>();
    telegram().ifPresent(steps::add);
    clients().ifPresent(steps::add);
    steps.addAll(new OwnUser(standing, gate, tapgate).steps());
    steps.addAll(service.steps(tapgate));
    steps.addAll(new RuleSteps(Menu.RULES, rules(service), standing.of(Menu.RULES)).steps());
    steps.addAll(
        new RuleSteps(Menu.RULES_SIX, Gatehouse.rulesSix(), standing.of(Menu.RULES_SIX)).steps());
    steps.addAll(new ProfileSteps(standing, new Scripts(gate)).steps(profiles()));
    steps.addAll(sessions().steps(kept));
    return steps;
  }

  List<Session> sessionsOf(Set<String> accounts) {
    return sessions().of(accounts);
  }

  List<Session> closed(Set<String> kept) {
    return sessions().closed(kept);
  }

  private OpenSessions sessions() {
    return new OpenSessions(standing, profiles());
  }

  private Set<String> profiles() {
    return ProfileSteps.wanted(standing, gate);
  }

  private List<Rule> rules(ApiService service) {
    return Gatehouse.rules(gate.lists(), tapgate, service.port(), VpnPorts.of(standing));
  }

  private Optional<Step> telegram() {
    List<Network> missing = missing(standing, gate.postOffice());
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Step.of(
                "/ip/firewall/address-list: "
                    + Gatehouse.TELEGRAM
                    + " gets "
                    + missing.size()
                    + " networks of Telegram",
                missing.stream().map(Preparing::added).toList()));
  }

  private static Command added(Network network) {
    return Menu.ENTRIES.add(
        Map.of(
            "list", Gatehouse.TELEGRAM,
            "address", network.toString(),
            "comment", Gatehouse.MARK),
        Optional.empty());
  }

  static List<Network> missing(Standing standing, Set<Network> postOffice) {
    Set<String> there =
        standing
            .where(Menu.ENTRIES, entry -> Standing.says(entry, "list", Gatehouse.TELEGRAM))
            .map(entry -> Standing.said(entry, "address").replaceFirst("/32$", ""))
            .collect(Collectors.toSet());
    return postOffice.stream()
        .filter(network -> !there.contains(network.toString().replaceFirst("/32$", "")))
        .sorted(Comparator.comparing(Network::toString))
        .toList();
  }

  private Optional<Step> clients() {
    Optional<Item> there = standing.named(Menu.INTERFACE_LISTS, Gatehouse.CLIENTS);
    return there.isPresent()
        ? Optional.empty()
        : Optional.of(
            Step.of(
                "/interface/list: add " + Gatehouse.CLIENTS + ", in which each VPN client is",
                Menu.INTERFACE_LISTS.add(
                    Map.of("name", Gatehouse.CLIENTS, "comment", Gatehouse.MARK + ": VPN clients"),
                    Optional.empty())));
  }
}
