package io.tapgate.playground.router.device;

/** Who, or what, made something happen on the router. */
public sealed interface Cause {

  /**
   * A command over the API.
   *
   * @param connection counted from 1, over the router's whole life
   * @param user who is logged in there, or tries to
   */
  record Api(int connection, String user) implements Cause {}

  /** The time of a timed entry was over. */
  record TimeUp() implements Cause {}

  /**
   * The router's own script, or the report it sends.
   *
   * @param name {@code on-up} or {@code on-down}
   * @param sessionId the session it runs for
   */
  record Script(String name, String sessionId) implements Cause {}

  /** A client dialled in, hung up, was lost, or used the network. */
  record Client(String account) implements Cause {}

  record Reboot() implements Cause {}

  /** Whoever holds the switches: a test, or somebody at the page. */
  record Hand() implements Cause {}
}
