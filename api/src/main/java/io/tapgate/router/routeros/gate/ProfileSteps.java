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
import java.util.stream.Stream;

/**
 * What brings VPN clients before the gate, and has them reported. What a profile said before is
 * noted down in its comment; the admin's own script goes on, below ours.
 */
final class ProfileSteps {
  private final Standing standing;
  private final Scripts scripts;

  ProfileSteps(Standing standing, Scripts scripts) {
    this.standing = standing;
    this.scripts = scripts;
  }

  /** Those that are named, or all by which anybody can dial in. */
  static Set<String> wanted(Standing standing, Gate gate) {
    Set<String> wanted = new TreeSet<>(gate.profiles());
    if (wanted.isEmpty()) {
      wanted.addAll(inUse(standing));
    }
    if (wanted.isEmpty()) {
      wanted.add("default-encryption");
    }
    return wanted;
  }

  static Set<String> inUse(Standing standing) {
    Set<String> used = new TreeSet<>();
    Stream.of(Menu.L2TP, Menu.PPTP, Menu.SSTP, Menu.OVPN)
        .flatMap(menu -> standing.where(menu, ProfileSteps::serves))
        .forEach(server -> used.add(server.find("default-profile").orElse("default")));
    standing
        .where(Menu.SECRETS, secret -> !secret.is("disabled") && !isOfTheHouse(secret))
        .forEach(secret -> used.add(secret.find("profile").orElse("default")));
    return used;
  }

  /** A customer on the own wires, not somebody from afar. */
  private static boolean isOfTheHouse(Item secret) {
    return Standing.says(secret, "service", "pppoe");
  }

  static boolean serves(Item server) {
    return server.find("disabled").isPresent() ? !server.is("disabled") : server.is("enabled");
  }

  List<Step> steps(Set<String> wanted) {
    List<Step> steps = new ArrayList<>();
    for (String name : wanted) {
      Item profile =
          standing
              .named(Menu.PROFILES, name)
              .orElseThrow(() ->
                  new RouterTrouble.Refused(
                      "the router has no profile "
                          + Reply.shown(name)
                          + "; it has "
                          + standing.of(Menu.PROFILES).stream()
                              .map(one -> Reply.shown(Standing.said(one, "name")))
                              .toList()));
      steps.addAll(of(name, profile));
    }
    return steps;
  }

  private List<Step> of(String name, Item profile) {
    Map<String, String> changes = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    refuseBridged(name, profile);
    Note note = new Note(Standing.said(profile, "comment"));
    List<Step> before = new ArrayList<>();
    String list = Standing.said(profile, "interface-list");
    if (!list.equals(Gatehouse.CLIENTS)) {
      // One that was deleted is shown by its number, and cannot be given back.
      if (standing.named(Menu.INTERFACE_LISTS, list).isPresent()) {
        note = note.with("interface-list", list);
        included(list).ifPresent(before::add);
      }
      changes.put("interface-list", Gatehouse.CLIENTS);
      words.add("its clients come before the gate");
    }
    String six = normal(profile.find("use-ipv6").orElse("default"));
    if (!six.equals("no")) {
      note = note.with("use-ipv6", six);
      changes.put("use-ipv6", "no");
      words.add("no IPv6");
    }
    script(profile, "on-up", scripts.onUp(), changes, words);
    script(profile, "on-down", scripts.onDown(), changes, words);
    if (!Standing.says(profile, "comment", note.comment())) {
      changes.put("comment", note.comment());
    }
    if (!changes.isEmpty()) {
      before.add(
          Step.of(
              "/ppp/profile: change " + Reply.shown(name) + ": " + String.join(", ", words),
              Menu.PROFILES.set(profile.id(), changes)));
    }
    return before;
  }

  /** What is bridged never comes to the rules. */
  private static void refuseBridged(String name, Item profile) {
    String bridge = Standing.said(profile, "bridge");
    if (!bridge.isEmpty()) {
      throw new RouterTrouble.Refused(
          "the profile "
              + Reply.shown(name)
              + " bridges its clients into "
              + Reply.shown(bridge)
              + ", past every rule: take bridge out of it, or name the profiles to be gated with"
              + " --profile");
    }
  }

  private static void script(
      Item profile, String name, String ours, Map<String, String> changes, List<String> words) {
    String there = normalLines(Standing.said(profile, name));
    String wanted = ours + yours(there);
    if (!there.equals(wanted)) {
      changes.put(name, wanted);
      words.add(name + (yours(there).isEmpty() ? " reports" : " reports, then runs yours"));
    }
  }

  /** Whoever was in the admin's list before stays in it, for the admin's rules. */
  private Optional<Step> included(String list) {
    Optional<Item> theirs = standing.named(Menu.INTERFACE_LISTS, list);
    String include = theirs.map(item -> Standing.said(item, "include")).orElse("");
    if (theirs.isEmpty() || List.of(include.split(",")).contains(Gatehouse.CLIENTS)) {
      return Optional.empty();
    }
    String longer = include.isEmpty() ? Gatehouse.CLIENTS : include + "," + Gatehouse.CLIENTS;
    return Optional.of(
        Step.of(
            "/interface/list: " + Reply.shown(list) + " includes " + Gatehouse.CLIENTS,
            Menu.INTERFACE_LISTS.set(theirs.get().id(), Map.of("include", longer))));
  }

  // The way back.

  static List<Step> back(Standing standing) {
    List<Step> steps = new ArrayList<>();
    standing
        .where(Menu.PROFILES, ProfileSteps::isOurs)
        .forEach(profile -> steps.add(back(profile)));
    standing
        .where(Menu.INTERFACE_LISTS, item -> includesUs(item))
        .forEach(item -> steps.add(excluded(item)));
    return steps;
  }

  private static boolean isOurs(Item profile) {
    return Standing.says(profile, "interface-list", Gatehouse.CLIENTS)
        || Standing.said(profile, "on-up").contains(Gatehouse.END.strip())
        || Standing.said(profile, "on-down").contains(Gatehouse.END.strip());
  }

  private static Step back(Item profile) {
    Note note = new Note(Standing.said(profile, "comment"));
    Map<String, String> changes = new LinkedHashMap<>();
    if (Standing.says(profile, "interface-list", Gatehouse.CLIENTS)) {
      String list = note.was("interface-list");
      changes.put(list.isEmpty() ? "!interface-list" : "interface-list", list);
    }
    String six = note.was("use-ipv6");
    if (!six.isEmpty()) {
      changes.put("use-ipv6", six);
    }
    changes.put("on-up", yours(normalLines(Standing.said(profile, "on-up"))));
    changes.put("on-down", yours(normalLines(Standing.said(profile, "on-down"))));
    changes.put("comment", note.theirs());
    return Step.of(
        "/ppp/profile: change "
            + Reply.shown(Standing.said(profile, "name"))
            + " back to what it was",
        Menu.PROFILES.set(profile.id(), changes));
  }

  private static boolean includesUs(Item list) {
    return List.of(Standing.said(list, "include").split(",")).contains(Gatehouse.CLIENTS);
  }

  private static Step excluded(Item list) {
    List<String> rest = new ArrayList<>(List.of(Standing.said(list, "include").split(",")));
    rest.remove(Gatehouse.CLIENTS);
    return Step.of(
        "/interface/list: "
            + Reply.shown(Standing.said(list, "name"))
            + " includes "
            + Gatehouse.CLIENTS
            + " no more",
        Menu.INTERFACE_LISTS.set(list.id(), Map.of("include", String.join(",", rest))));
  }

  /** What stands below our part of a script, or all of it where there is none. */
  static String yours(String text) {
    int at = text.indexOf(Gatehouse.END.strip());
    return at < 0
        ? text
        : text.substring(at + Gatehouse.END.strip().length()).replaceFirst("^\n", "");
  }

  static String normalLines(String text) {
    return text.replace("\r\n", "\n");
  }

  private static String normal(String flag) {
    return switch (flag) {
      case "true" -> "yes";
      case "false" -> "no";
      default -> flag;
    };
  }
}
