package io.tapgate.router.routeros.gate;

import io.tapgate.router.gate.Finding;
import java.util.ArrayList;
import java.util.List;

/** Whether the rules of the gate stand, and whether anything decides before them. */
final class RuleLook {
  private static final String OPEN =
      "VPN clients that nobody confirmed may get through, or reach the router itself.";
  private static final String OPEN_SIX = "VPN clients may pass the gate by IPv6.";
  private static final String AGAIN =
      "Run `./tapgate router prepare` for it again: it writes the rules anew, above all others.";

  private final Standing standing;

  RuleLook(Standing standing) {
    this.standing = standing;
  }

  List<Finding> findings(List<Rule> rules) {
    List<Finding> all = new ArrayList<>();
    new RuleOrder(Menu.RULES, rules, standing.of(Menu.RULES))
        .deviations()
        .forEach(one -> all.add(finding(one)));
    new RuleOrder(Menu.RULES_SIX, Gatehouse.rulesSix(), standing.of(Menu.RULES_SIX))
        .deviations()
        .forEach(one ->
            all.add(Finding.problem("ipv6-open", "of IPv6, " + one.words(), OPEN_SIX, AGAIN)));
    return all;
  }

  private static Finding finding(Deviation deviation) {
    return switch (deviation) {
      case Deviation.Missing missing -> open("rule-missing", missing);
      case Deviation.Disabled disabled -> open("rule-disabled", disabled);
      case Deviation.Changed changed -> open("rule-changed", changed);
      case Deviation.OutOfOrder order -> open("rule-order", order);
      case Deviation.Behind behind when behind.isFasttrack() ->
          Finding.problem(
              "fasttrack-first",
              behind.words(),
              "Connections of VPN clients are fasttracked: what runs goes on when a permit ends.",
              AGAIN);
      case Deviation.Behind behind -> open("rule-behind", behind);
      case Deviation.Foreign foreign ->
          Finding.problem(
              "rule-foreign",
              foreign.words(),
              "It decides among the gate's own rules, and Tapgate does not know how.",
              "Write it into another chain, without \"tapgate\" at the beginning of its comment; "
                  + "`./tapgate router prepare` removes it.");
    };
  }

  private static Finding open(String code, Deviation deviation) {
    return Finding.problem(code, deviation.words(), OPEN, AGAIN);
  }
}
