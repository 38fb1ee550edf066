package io.tapgate.connection;

/** What can happen to a connection once it is there. */
public enum Event {
  /** The right person tapped "It's me". */
  ITS_ME,
  /** The right person tapped "Not me". */
  NOT_ME,
  /** Time went on. */
  CLOCK,
  /**
   * The session is over: a down hook, a reading of the router, or a newer connection in its place.
   */
  GONE
}
