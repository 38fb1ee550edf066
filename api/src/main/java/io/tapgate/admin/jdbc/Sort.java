package io.tapgate.admin.jdbc;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;

/**
 * One order of a list. What is equal goes by the number, so that no two pages share or miss a row.
 *
 * @param column never null, and with an index on it and the number
 * @param type of the column, as SQL casts to it
 */
record Sort(String name, String column, String type) {
  static final String MOMENT = "timestamptz";
  static final String TEXT = "text";
  static final Sort ID = new Sort("id", "", "");

  /** What PostgreSQL writes of nobody seen yet, and of a moment; its sessions are all in UTC. */
  private static final String NEVER = "-infinity";

  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendLiteral("+00")
          .toFormatter();

  boolean isById() {
    return column.isEmpty();
  }

  /** Whether the column can have it: what a cursor carries may be made up. */
  boolean holds(String value) {
    return switch (type) {
      case MOMENT -> value.equals(NEVER) || isMoment(value);
      case TEXT -> value.indexOf('\0') < 0;
      default -> true;
    };
  }

  private static boolean isMoment(String value) {
    try {
      int year = LocalDateTime.parse(value, WRITTEN).getYear();
      return year >= 1 && year <= 9999;
    } catch (DateTimeParseException _) {
      return false;
    }
  }
}
