package io.tapgate.router.routeros.gate;

import io.tapgate.router.RouterTrouble;
import io.tapgate.router.gate.Gate;
import io.tapgate.router.routeros.Item;
import io.tapgate.router.routeros.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tapgate's user: the API, to read and to write, from where Tapgate is, and no more. */
final class OwnUser {
  private static final String NAME = "name";
  private static final String COMMENT = "comment";

  private final Standing standing;
  private final Gate gate;
  private final String tapgate;

  OwnUser(Standing standing, Gate gate, String tapgate) {
    this.standing = standing;
    this.gate = gate;
    this.tapgate = tapgate;
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    group().ifPresent(steps::add);
    user().ifPresent(steps::add);
    return steps;
  }

  private Optional<Step> group() {
    String words = "/user/group: " + Gatehouse.MARK + " may " + Gatehouse.RIGHTS + " and no more";
    Optional<Item> there = standing.named(Menu.GROUPS, Gatehouse.MARK);
    if (there.isEmpty()) {
      return Optional.of(
          Step.of(
              words,
              Menu.GROUPS.add(
                  Map.of(NAME, Gatehouse.MARK, "policy", Gatehouse.RIGHTS, COMMENT, Gatehouse.MARK),
                  Optional.empty())));
    }
    refuseAnothers(there.get());
    Map<String, String> changes = new LinkedHashMap<>();
    if (!rights(there.get()).equals(Set.of(Gatehouse.RIGHTS.split(",")))) {
      changes.put("policy", Gatehouse.RIGHTS);
    }
    adopt(there.get(), changes);
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(Step.of(words, Menu.GROUPS.set(there.get().id(), changes)));
  }

  private static void refuseAnothers(Item group) {
    String comment = Standing.said(group, COMMENT);
    if (!comment.isEmpty() && !Gatehouse.isOurs(comment)) {
      throw new RouterTrouble.Refused(
          "the router has a group tapgate that is somebody else's ("
              + Reply.shown(comment)
              + "): give it another name there");
    }
  }

  /** Whoever logs in there otherwise is not made ours, and would go with the rest one day. */
  private static void refuseAnotherUser(Item user) {
    String group = Standing.said(user, "group");
    if (!group.equals(Gatehouse.MARK) && !Gatehouse.isOurs(Standing.said(user, COMMENT))) {
      throw new RouterTrouble.Refused(
          "the router has a user "
              + Reply.shown(Standing.said(user, NAME))
              + " of its own, in the group "
              + Reply.shown(group)
              + ": give Tapgate another name there (ROUTER_USERNAME, or router change --username)");
    }
  }

  /** One that an admin made for us is ours from now on, and goes with the rest. */
  private static void adopt(Item made, Map<String, String> changes) {
    if (Standing.said(made, COMMENT).isEmpty()) {
      changes.put(COMMENT, Gatehouse.MARK);
    }
  }

  /** Those that are not struck out. */
  static Set<String> rights(Item group) {
    Set<String> rights = new TreeSet<>(List.of(Standing.said(group, "policy").split("[,;]")));
    rights.removeIf(right -> right.isEmpty() || right.startsWith("!"));
    return rights;
  }

  private Optional<Step> user() {
    String name = gate.login().username();
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("group", Gatehouse.MARK);
    wanted.put("address", tapgate);
    Optional<Item> there = standing.named(Menu.USERS, name);
    if (there.isEmpty()) {
      wanted.put(NAME, name);
      wanted.put("password", gate.login().password());
      wanted.put(COMMENT, Gatehouse.MARK);
      return Optional.of(
          Step.of(
              "/user: add " + name + ", who may come from " + tapgate + " alone",
              Menu.USERS.add(wanted, Optional.empty())));
    }
    refuseAnotherUser(there.get());
    wanted.entrySet().removeIf(one -> isSaid(there.get(), one.getKey(), one.getValue()));
    if (there.get().is("disabled")) {
      wanted.put("disabled", "no");
    }
    adopt(there.get(), wanted);
    if (gate.freshPassword()) {
      wanted.put("password", gate.login().password());
    }
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Step.of(
                "/user: change " + name + ": " + String.join(", ", wanted.keySet()),
                Menu.USERS.set(there.get().id(), wanted)));
  }

  private static boolean isSaid(Item item, String property, String value) {
    return Standing.said(item, property).replaceFirst("/(32|128)$", "").equals(value);
  }
}
