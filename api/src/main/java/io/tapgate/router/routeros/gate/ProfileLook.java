package io.tapgate.router.routeros.gate;

import io.tapgate.router.HookToken;
import io.tapgate.router.Router;
import io.tapgate.router.gate.Finding;
import io.tapgate.router.gate.Gate;
import io.tapgate.router.gate.Inspections.Expected;
import io.tapgate.router.routeros.Item;
import io.tapgate.router.routeros.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether VPN clients come before the gate, and whether their coming and going is reported. */
final class ProfileLook {
  private static final Pattern URL = Pattern.compile(":local apiUrl \"([^\"]*)\"");
  private static final String AGAIN = "Run `./tapgate router prepare` for it again.";

  private final Standing standing;
  private final Router router;
  private final Expected expected;

  ProfileLook(Standing standing, Router router, Expected expected) {
    this.standing = standing;
    this.router = router;
    this.expected = expected;
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    Set<String> gated = new TreeSet<>();
    for (Item profile : standing.of(Menu.PROFILES)) {
      if (Standing.says(profile, "interface-list", Gatehouse.CLIENTS)) {
        gated.add(Standing.said(profile, "name"));
        look(profile, all);
      }
    }
    if (gated.isEmpty()) {
      all.add(
          Finding.problem(
              "profile-none",
              "no ppp profile brings its clients before the gate",
              "Every VPN client passes by, whether or not anybody tapped.",
              AGAIN));
    }
    passing(gated, all);
    sessions(gated, all);
    return all;
  }

  private void look(Item profile, List<Finding> all) {
    String name = Reply.shown(Standing.said(profile, "name"));
    String six = Standing.said(profile, "use-ipv6");
    if (!six.equals("no") && !six.equals("false")) {
      all.add(
          Finding.problem(
              "profile-ipv6",
              "the profile " + name + " gives its clients IPv6",
              "The gate and the reports know IPv4 alone: what comes by IPv6 is asked about nowhere.",
              AGAIN));
    }
    if (!Standing.said(profile, "bridge").isEmpty()) {
      all.add(
          Finding.problem(
              "profile-bridged",
              "the profile " + name + " bridges its clients",
              "What is bridged comes to no rule: whoever has the password is in that network.",
              "On the router: /ppp/profile/set " + name + " !bridge."));
    }
    script(name, "on-up", Standing.said(profile, "on-up"), all);
    script(name, "on-down", Standing.said(profile, "on-down"), all);
  }

  private void script(String profile, String which, String text, List<Finding> all) {
    String script = ProfileSteps.normalLines(text);
    Optional<String> token = Scripts.token(script);
    if (token.isEmpty()) {
      all.add(
          Finding.problem(
              "script-missing",
              "the " + which + " script of the profile " + profile + " is not Tapgate's",
              which.equals("on-up")
                  ? "Nobody is asked when a client comes up, until Tapgate finds the session itself."
                  : "A client that hung up keeps its permit until Tapgate notices by itself.",
              AGAIN));
      return;
    }
    HookToken shown = new HookToken(token.get());
    Matcher url = URL.matcher(script);
    String reports = url.find() ? url.group(1) : "";
    elsewhere(profile, which, reports, all);
    if (!script.startsWith(ours(which, reports, shown))) {
      all.add(
          Finding.problem(
              "script-changed",
              "the " + which + " script of the profile " + profile + " was changed",
              "What it does before it reports, such as closing the client in, is not certain.",
              AGAIN + " A script of your own may stand below the line \"# tapgate: end\"."));
    }
    token(profile, which, shown, all);
  }

  private void elsewhere(String profile, String which, String reports, List<Finding> all) {
    if (!expected.reports().isEmpty() && !expected.reports().equals(reports)) {
      all.add(
          Finding.warning(
              "reports-elsewhere",
              "the "
                  + which
                  + " script of the profile "
                  + profile
                  + " reports to "
                  + Reply.shown(reports)
                  + ", and PUBLIC_URL is "
                  + Reply.shown(expected.reports()),
              "If nobody listens there, nobody is asked in time.",
              "If that is not meant: run `./tapgate router prepare` for it again."));
    }
  }

  private String ours(String which, String reports, HookToken token) {
    Gate gate =
        new Gate(
            List.of(),
            reports,
            token,
            router.login(),
            false,
            router.lists(),
            Set.of(),
            Optional.empty());
    Scripts scripts = new Scripts(gate);
    return which.equals("on-up") ? scripts.onUp() : scripts.onDown();
  }

  private void token(String profile, String which, HookToken token, List<Finding> all) {
    switch (expected.tokens().apply(token)) {
      case YES -> {}
      case FOR_A_WHILE ->
          all.add(
              Finding.warning(
                  "token-earlier",
                  "the "
                      + which
                      + " script of the profile "
                      + profile
                      + " shows the hook token"
                      + " of before",
                  "It opens for a while yet; then no report is accepted.",
                  AGAIN));
      case NOTHING ->
          all.add(
              Finding.problem(
                  "token-unknown",
                  "the "
                      + which
                      + " script of the profile "
                      + profile
                      + " shows a hook token that"
                      + " opens nothing",
                  "Its reports are refused, so nobody is asked in time.",
                  AGAIN));
    }
  }

  /** By which somebody can dial in, and pass the gate by. */
  private void passing(Set<String> gated, List<Finding> all) {
    Set<String> used = new TreeSet<>(ProfileSteps.inUse(standing));
    used.removeAll(gated);
    if (!used.isEmpty() && !gated.isEmpty()) {
      all.add(
          Finding.warning(
              "profile-passes",
              "clients of the profile "
                  + Reply.shown(String.join(", ", used))
                  + " do not come before the gate",
              "Whoever dials in by it is not asked. That may be meant, for another site, say.",
              "If it is not: `./tapgate router prepare` with --profile for each that should."));
    }
  }

  private void sessions(Set<String> gated, List<Finding> all) {
    int passing = new OpenSessions(standing, gated).closed(Set.of()).size();
    if (passing > 0) {
      all.add(
          Finding.problem(
              "session-passes",
              passing + " sessions came up before the gate stood, and pass it by",
              "Their clients are asked about nowhere until they dial in again.",
              "Run `./tapgate router prepare` again: it closes them, or takes over those you name."));
    }
  }
}
