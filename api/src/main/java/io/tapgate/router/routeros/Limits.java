package io.tapgate.router.routeros;

import java.time.Duration;

/**
 * How long we wait, and for how much at once.
 *
 * @param connect to find the host and reach the port
 * @param handshake for TLS, from the first byte to the last
 * @param login for the answer to the login, from its first byte to its last
 * @param command for one answer
 * @param table for one answer that makes the router walk through a large table
 * @param cancel for the answer to a cancel; a router that is silent even then is given up
 * @param pending how many commands may be unanswered at once: a slow router is given no more
 */
public record Limits(
    Duration connect,
    Duration handshake,
    Duration login,
    Duration command,
    Duration table,
    Duration cancel,
    int pending) {

  /** Fit for a router at the other end of a poor line. */
  public static Limits usual() {
    return new Limits(
        Duration.ofSeconds(3),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(8),
        Duration.ofSeconds(20),
        Duration.ofSeconds(4),
        64);
  }

  Duration of(Command command) {
    return switch (command.size()) {
      case LOGIN -> login;
      case ENTRY -> this.command;
      case TABLE -> table;
    };
  }
}
