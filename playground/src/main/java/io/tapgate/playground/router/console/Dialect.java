package io.tapgate.playground.router.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
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
 * @param knowsModes since 7.17 there are more device modes than two
 * @param fetch since 7.15 a fetch can be idle for too long
 * @param tellsConnections since 7.19 connections stand among the services
 * @param ipv6 version 6 may run without its IPv6 package: then there are no such menus
 */
public record Dialect(
    String version,
    boolean saysEmpty,
    boolean seven,
    boolean isoDates,
    boolean ipv6,
    boolean knowsModes,
    Fetching fetch,
    boolean tellsConnections) {
  /** How fetches have changed. From which version on a refusal names its reason is a guess. */
  public enum Fetching {
    BEFORE_7_15,
    SINCE_7_15,
    SINCE_7_24
  }

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter OLD =
      DateTimeFormatter.ofPattern("MMM/dd/uuuu HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter OLD_DAY =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("MMM/dd/uuuu")
          .toFormatter(Locale.ROOT);

  String date(Instant instant) {
    return isoDates ? ISO.format(instant) : OLD.format(instant).toLowerCase(Locale.ROOT);
  }

  /** A day as this version writes it. */
  LocalDate readDate(String typed) {
    return isoDates ? LocalDate.parse(typed) : LocalDate.parse(typed, OLD_DAY);
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
