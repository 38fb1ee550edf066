package io.tapgate.router;

import io.tapgate.settings.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/** What is different about a router, for the record: from what, to what. Never a secret. */
final class Differences {
  private static final String AS_SET = "default";

  private final SequencedMap<String, String> found = new LinkedHashMap<>();

  static Map<String, String> between(Particulars before, Particulars after, boolean password) {
    Differences all = new Differences();
    all.look("name", before.name(), after.name());
    all.look("host", before.host(), after.host());
    all.look("port", before.port(), after.port());
    all.look("username", before.username(), after.username());
    all.look("trust", shown(before.trust()), shown(after.trust()));
    all.look("deny_list", before.lists().deny(), after.lists().deny());
    all.look("permit_list", before.lists().permit(), after.lists().permit());
    all.look("ban_list", before.lists().ban(), after.lists().ban());
    all.look(
        "unconfirmed_timeout", shown(before.limits().timeout()), shown(after.limits().timeout()));
    all.look(
        "max_unconfirmed_connections",
        number(before.limits().unconfirmed()),
        number(after.limits().unconfirmed()));
    all.look("ban_timeout", shown(before.limits().ban()), shown(after.limits().ban()));
    all.look("anywhere", before.anywhere(), after.anywhere());
    all.look("disabled", before.disabled(), after.disabled());
    if (password) {
      all.found.put("password", "written anew");
    }
    return all.found;
  }

  static Map<String, String> of(Particulars fresh) {
    return Map.of(
        "name", fresh.name(),
        "host", fresh.host(),
        "port", String.valueOf(fresh.port()),
        "username", fresh.username(),
        "trust", shown(fresh.trust()),
        "anywhere", String.valueOf(fresh.anywhere()));
  }

  private void look(String what, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      found.put(what, before + " → " + after);
    }
  }

  private static String shown(Optional<Span> own) {
    return own.map(Span::written).orElse(AS_SET);
  }

  private static String number(Optional<Integer> own) {
    return own.map(String::valueOf).orElse(AS_SET);
  }

  /** A certificate is told by a number that is another for another. */
  private static String shown(Trust trust) {
    return switch (trust) {
      case Trust.Verified _ -> "verify";
      case Trust.SignedBy signed -> "verify, CA " + Integer.toHexString(signed.ca().hashCode());
      case Trust.Pinned pinned -> "pinned " + pinned.fingerprint();
      case Trust.Plain _ -> "off";
    };
  }
}
