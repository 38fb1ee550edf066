package io.tapgate.connection;

/** A connection's row; a later connection has a larger one. */
public record ConnectionId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
