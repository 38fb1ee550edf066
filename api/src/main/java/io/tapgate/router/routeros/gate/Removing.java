package io.tapgate.router.routeros.gate;

import io.tapgate.router.Router;
import io.tapgate.router.Session;
import io.tapgate.router.routeros.Item;
import io.tapgate.router.routeros.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of a router is ours, in the order in which it goes: who stands before the gate first, then
 * the gate, last the way in by which it is taken away.
 */
final class Removing {
  private static final String COMMENT = "comment";

  private final Standing standing;
  private final Router.ListNames lists;

  Removing(Standing standing, Router.ListNames lists) {
    this.standing = standing;
    this.lists = lists;
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.addAll(ProfileSteps.back(standing));
    remove(Menu.RULES, RuleSteps::isWrittenForTheGate, "the rules of the gate")
        .ifPresent(steps::add);
    remove(Menu.RULES_SIX, RuleSteps::isWrittenForTheGate, "the rules of the gate")
        .ifPresent(steps::add);
    remove(Menu.ENTRIES, this::isOurEntry, "what stands there by our hand").ifPresent(steps::add);
    remove(Menu.ENTRIES_SIX, this::isOurEntry, "what stands there by our hand")
        .ifPresent(steps::add);
    steps.addAll(gated().steps());
    remove(Menu.MEMBERS, this::isOurMember, "sessions put before the gate").ifPresent(steps::add);
    remove(Menu.INTERFACE_LISTS, RuleOrder::isOurs, Gatehouse.CLIENTS).ifPresent(steps::add);
    remove(Menu.USERS, Removing::isMarked, "Tapgate's user").ifPresent(steps::add);
    Optional<Item> group = standing.where(Menu.GROUPS, RuleOrder::isOurs).findFirst();
    steps.addAll(new ApiService(standing).back(group));
    remove(Menu.GROUPS, RuleOrder::isOurs, "its group").ifPresent(steps::add);
    return steps;
  }

  /** Those that stand before the gate: they dial in again as the admin's own rules say. */
  List<Session> closed() {
    return gated().sessions();
  }

  private GatedSessions gated() {
    return new GatedSessions(standing);
  }

  private static boolean isMarked(Item item) {
    return Standing.says(item, COMMENT, Gatehouse.MARK);
  }

  private boolean isOurMember(Item member) {
    return isMarked(member) && !member.is("dynamic");
  }

  private boolean isOurEntry(Item entry) {
    String list = Standing.said(entry, "list");
    return list.equals(lists.permit())
        || (isMarked(entry)
            && Set.of(lists.deny(), lists.ban(), Gatehouse.TELEGRAM).contains(list));
  }

  private Optional<Step> remove(Menu menu, Predicate<Item> which, String what) {
    List<ItemId> ids = standing.where(menu, which).map(Item::id).toList();
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Step.of(menu.path() + ": remove " + what + " (" + ids.size() + ")", menu.remove(ids)));
  }
}
