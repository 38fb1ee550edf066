package io.tapgate.database;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long anybody waits for the database. Each stage ends before the one around it does, a whole
 * transaction by Spring's default timeout (application.yml): RATIONALE.md has the sum.
 */
final class Limits {
  /** For a connection of the pool to come free, or to be made. */
  static final Duration A_FREE_ONE = Duration.ofSeconds(2);

  /** For an idle connection to show that it still leads somewhere. */
  static final Duration A_SIGN_OF_LIFE = Duration.ofSeconds(1);

  /** For a row, a table or an address that somebody else holds. */
  private static final Duration A_LOCK = Duration.ofSeconds(2);

  /** For one statement, its locks included. */
  private static final Duration A_STATEMENT = Duration.ofSeconds(4);

  /** For an answer of any kind, a commit's included; after it the connection counts as dead. */
  private static final Duration AN_ANSWER = Duration.ofSeconds(5);

  /** For a node that stopped in the middle: then its locks go. It never waits there by itself. */
  private static final Duration A_PAUSED_NODE = Duration.ofSeconds(5);

  private static final Duration TO_CONNECT = Duration.ofSeconds(2);

  private Limits() {}

  /** What the driver is told. */
  static Map<String, String> driver() {
    Map<String, String> properties = new LinkedHashMap<>(toConnect());
    properties.put("socketTimeout", seconds(AN_ANSWER));
    return Map.copyOf(properties);
  }

  /** For those who may take their time once they are in. */
  static Map<String, String> toConnect() {
    return Map.of(
        "ApplicationName",
        "tapgate",
        "connectTimeout",
        seconds(TO_CONNECT),
        "tcpKeepAlive",
        "true");
  }

  /**
   * What the server is told on each connection of the pool, in one round trip. What is answered
   * with 2xx has to be on the disk, so a server set to tell us earlier is not listened to. A day is
   * one of UTC: the driver would tell the machine's own zone, where some days have 23 hours.
   */
  static String server() {
    return """
    select set_config('lock_timeout', '%dms', false),
           set_config('statement_timeout', '%dms', false),
           set_config('idle_in_transaction_session_timeout', '%dms', false),
           set_config('timezone', 'UTC', false),
           set_config('synchronous_commit',
             coalesce(nullif(current_setting('synchronous_commit'), 'off'), 'on'), false)
    """
        .formatted(A_LOCK.toMillis(), A_STATEMENT.toMillis(), A_PAUSED_NODE.toMillis());
  }

  private static String seconds(Duration span) {
    return Long.toString(span.toSeconds());
  }
}
