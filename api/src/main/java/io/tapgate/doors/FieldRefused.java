package io.tapgate.doors;

/** A field of a body is missing or cannot be what it says. */
public final class FieldRefused extends RuntimeException {
  private final String field;

  public FieldRefused(String field, String why) {
    super(field + ": " + why);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
