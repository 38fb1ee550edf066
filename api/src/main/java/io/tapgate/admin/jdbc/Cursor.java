package io.tapgate.admin.jdbc;

import io.tapgate.doors.ParameterRefused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The last row of a page: the next page begins behind it, whatever was added meanwhile. */
record Cursor(String order, long id, String value) {

  String written() {
    String text = order + " " + id + " " + value;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Optional<Cursor> read(String written, Order order) {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = text(written).split(" ", 3);
    if (parts.length < 3 || !parts[1].matches("[0-9]{1,18}")) {
      throw unreadable();
    }
    if (!parts[0].equals(order.name())) {
      throw new ParameterRefused("cursor", "belongs to a list in another order; ask without it");
    }
    if (!order.sort().holds(parts[2])) {
      throw unreadable();
    }
    return Optional.of(new Cursor(order.name(), Long.parseLong(parts[1]), parts[2]));
  }

  private static String text(String written) {
    try {
      return new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw unreadable();
    }
  }

  private static ParameterRefused unreadable() {
    return new ParameterRefused("cursor", "is none of ours; write what stood behind `next`");
  }
}
