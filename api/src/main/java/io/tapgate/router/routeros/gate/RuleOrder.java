package io.tapgate.router.routeros.gate;

import io.tapgate.router.routeros.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules as they should stand, held against those that do: each there once and as it was
 * written, in order, alone in the chains that are ours, and in the others above whatever could let
 * a VPN client by.
 */
final class RuleOrder {
  /** A rule above ours that does one of these may decide before ours is asked. */
  private static final Set<String> LETS_BY =
      Set.of("accept", "fasttrack-connection", "jump", "return");

  private final Menu menu;
  private final List<Rule> wanted;
  private final List<Item> there;

  RuleOrder(Menu menu, List<Rule> wanted, List<Item> there) {
    this.menu = menu;
    this.wanted = wanted;
    this.there = there.stream().filter(item -> !item.is("dynamic")).toList();
  }

  /** What is wrong; empty: nothing. */
  List<Deviation> deviations() {
    List<Deviation> all = new ArrayList<>();
    Map<Rule, Integer> places = new HashMap<>();
    for (Rule rule : wanted) {
      place(rule, all).ifPresent(at -> places.put(rule, at));
    }
    strangers(all);
    order(places, all);
    places.forEach((rule, at) -> above(rule, at, all));
    return all;
  }

  private Optional<Integer> place(Rule rule, List<Deviation> all) {
    List<Integer> meant = new ArrayList<>();
    for (int at = 0; at < there.size(); at++) {
      if (rule.isMeantBy(there.get(at))) {
        meant.add(at);
      }
    }
    if (meant.isEmpty()) {
      all.add(new Deviation.Missing(menu, rule));
      return Optional.empty();
    }
    Item item = there.get(meant.getFirst());
    if (item.is("disabled")) {
      all.add(new Deviation.Disabled(menu, rule));
    }
    Set<String> differences = rule.differences(item);
    if (!differences.isEmpty()) {
      all.add(new Deviation.Changed(menu, rule, differences));
    }
    return Optional.of(meant.getFirst());
  }

  /** Whatever carries our comment and is none of ours, or once more; whoever is in our chains. */
  private void strangers(List<Deviation> all) {
    Set<Rule> met = new HashSet<>();
    for (Item item : there) {
      boolean known =
          wanted.stream()
              .filter(rule -> rule.isMeantBy(item))
              .findFirst()
              .map(met::add)
              .orElse(false);
      boolean inOurs = Standing.said(item, "chain").startsWith(Gatehouse.MARK + "-");
      if (!known && (inOurs || isOurs(item))) {
        all.add(new Deviation.Foreign(menu, item));
      }
    }
  }

  static boolean isOurs(Item item) {
    return Gatehouse.isOurs(Standing.said(item, "comment"));
  }

  private void order(Map<Rule, Integer> places, List<Deviation> all) {
    Map<String, Integer> last = new HashMap<>();
    for (Rule rule : wanted) {
      Integer at = places.get(rule);
      if (at != null) {
        if (last.getOrDefault(rule.chain(), -1) > at) {
          all.add(new Deviation.OutOfOrder(menu, rule));
        }
        last.merge(rule.chain(), at, Math::max);
      }
    }
  }

  /** In our own chains nobody else is; see {@link #strangers}. */
  private void above(Rule rule, int place, List<Deviation> all) {
    for (Item other : there.subList(0, place)) {
      if (Standing.says(other, "chain", rule.chain())
          && !isOurs(other)
          && !other.is("disabled")
          && LETS_BY.contains(other.find("action").orElse("accept"))) {
        all.add(new Deviation.Behind(menu, rule, other));
      }
    }
  }
}
