package io.tapgate.audit;

/** Which end of the records a list begins at. */
public enum Order {
  NEWEST_FIRST("-at"),
  OLDEST_FIRST("at");

  private final String written;

  Order(String written) {
    this.written = written;
  }

  public static Order read(String written) {
    for (Order order : values()) {
      if (order.written.equals(written)) {
        return order;
      }
    }
    throw new IllegalArgumentException("must be -at, the newest first, or at, the oldest first");
  }
}
