package io.tapgate.router;

import io.tapgate.doors.FieldRefused;

/** One thing an admin says of a router does not go with another. Becomes a value in the verbs. */
final class Unfitting extends RuntimeException {
  private final String field;
  private final String why;

  Unfitting(String field, String why) {
    super(field + ": " + why);
    this.field = field;
    this.why = why;
  }

  RouterOutcome asOutcome() {
    return new RouterOutcome.Unfit(field, why);
  }

  FieldRefused asRefusal() {
    return new FieldRefused(field, why);
  }
}
