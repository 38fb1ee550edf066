package io.tapgate.audit.web;

import io.tapgate.audit.Actor;
import io.tapgate.audit.Anchor;
import io.tapgate.audit.Cursor;
import io.tapgate.audit.Order;
import io.tapgate.audit.Sought;
import io.tapgate.audit.While;
import io.tapgate.doors.Fields;
import io.tapgate.doors.Moment;
import java.util.Map;
import java.util.Optional;

/** What stands behind the question mark. */
final class Asked {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 500;

  private final Fields fields;

  Asked(Map<String, String> parameters) {
    this.fields = Fields.ofParameters(parameters);
  }

  Sought sought() {
    return new Sought(
        fields.read("actor", Actor::read),
        fields.read("verb", Asked::verb),
        fields.number("connection"),
        fields.number("client"),
        fields.number("router"),
        happened());
  }

  While happened() {
    return new While(fields.read("since", Moment::read), fields.read("until", Moment::read));
  }

  Optional<Cursor> behind() {
    return fields.read("cursor", Cursor::read);
  }

  Order order() {
    return fields.read("sort", Order::read).orElse(Order.NEWEST_FIRST);
  }

  int most() {
    return fields.read("limit", Asked::page).orElse(USUAL_PAGE);
  }

  Optional<Anchor> remembered() {
    return fields.read("head", Anchor::read);
  }

  Format format() {
    return fields.read("format", Format::read).orElse(Format.JSONL);
  }

  private static String verb(String text) {
    if (!text.matches("[a-z.-]{1,64}")) {
      throw new IllegalArgumentException("must be how a verb begins, such as router.");
    }
    return text;
  }

  private static int page(String text) {
    int most = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    if (most < 1 || most > LARGEST_PAGE) {
      throw new IllegalArgumentException("must be a whole number from 1 to " + LARGEST_PAGE);
    }
    return most;
  }
}
