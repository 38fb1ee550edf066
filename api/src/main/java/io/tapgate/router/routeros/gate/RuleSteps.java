package io.tapgate.router.routeros.gate;

import io.tapgate.router.routeros.Command;
import io.tapgate.router.routeros.Item;
import io.tapgate.router.routeros.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules that are not as they should be are all written anew, above everything else in their chains,
 * and the old ones go after that: there is no moment without a gate, and nothing to be moved.
 */
final class RuleSteps {
  private final Menu menu;
  private final List<Rule> wanted;
  private final List<Item> there;

  RuleSteps(Menu menu, List<Rule> wanted, List<Item> there) {
    this.menu = menu;
    this.wanted = wanted;
    this.there = there;
  }

  List<Step> steps() {
    List<Deviation> deviations = new RuleOrder(menu, wanted, there).deviations();
    if (deviations.isEmpty()) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    wanted.forEach(rule -> steps.add(added(rule)));
    List<ItemId> old = there.stream().filter(RuleSteps::isWrittenForTheGate).map(Item::id).toList();
    if (!old.isEmpty()) {
      steps.add(
          Step.of(
              menu.path()
                  + ": remove the "
                  + old.size()
                  + " rules of the gate from before, as "
                  + reasons(deviations),
              menu.remove(old)));
    }
    return steps;
  }

  /** And not put there by the router itself. */
  static boolean isWrittenForTheGate(Item item) {
    boolean inOurs = Standing.said(item, "chain").startsWith(Gatehouse.MARK + "-");
    return !item.is("dynamic") && (inOurs || RuleOrder.isOurs(item));
  }

  private static String reasons(List<Deviation> deviations) {
    String more = deviations.size() > 1 ? ", and " + (deviations.size() - 1) + " more" : "";
    return deviations.getFirst().words() + more;
  }

  private Step added(Rule rule) {
    Optional<ItemId> first =
        there.stream()
            .filter(item -> !item.is("dynamic") && Standing.says(item, "chain", rule.chain()))
            .filter(_ -> !rule.chain().startsWith(Gatehouse.MARK))
            .findFirst()
            .map(Item::id);
    Command add = menu.add(rule.written(), first);
    String where = first.isPresent() ? ", above all rules there" : "";
    return Step.of(
        menu.path() + ": add " + rule.comment() + " to chain " + rule.chain() + where, add);
  }
}
