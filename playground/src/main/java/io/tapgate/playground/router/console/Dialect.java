package io.tapgate.playground.router.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * What tells one RouterOS from another for whoever speaks to its API. Where no source says from
 * which version on something holds, all are alike here.
 *
 * @param version as {@code /system/resource} prints it
 * @param saysEmpty since 7.18 a print that finds nothing says so in a reply of its own
 * @param seven version 6 names neither the parameter nor the directory it does not know, and marks
 *     a removal for a listener by {@code yes}
 * @param isoDates since 7.10: {@code 2026-11-21} and no longer {@code nov/21/2026}
 * @param ipv6 version 6 may run without its IPv6 package: then there are no such menus
 */
public record Dialect(
    String version, boolean saysEmpty, boolean seven, boolean isoDates, boolean ipv6) {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter OLD =
      DateTimeFormatter.ofPattern("MMM/dd/uuuu HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  String date(Instant instant) {
    return isoDates ? ISO.format(instant) : OLD.format(instant).toLowerCase(Locale.ROOT);
  }

  /** The refusal as this version words it. */
  Refusal word(Refusal refusal) {
    return seven ? refusal : new Refusal(refusal.category(), six(refusal.message()));
  }

  private static String six(String message) {
    if (message.startsWith("no such command")) {
      return "no such command prefix";
    }
    return message.startsWith("unknown parameter") ? "unknown parameter" : message;
  }

  /** A row for a listener. */
  Map<String, String> heard(Map<String, String> row) {
    return seven || !row.containsKey(".dead") ? row : Row.dead(row.getOrDefault(".id", ""), "yes");
  }
}
