package io.tapgate.stories;

import static io.tapgate.stories.Eventually.eventually;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Holds the api back at the one moment between doing and writing down: the database does not let
 * "the router shows CONFIRMED" through until this is closed. Whoever waited by then is cut off, as
 * the connection of a killed process is.
 */
final class HeldBack implements AutoCloseable {
  private static final String WAITING =
      " from pg_stat_activity where datname = current_database() and wait_event = 'advisory'";

  private final Records records;
  private final Connection lock;

  private HeldBack(Records records, Connection lock) {
    this.records = records;
    this.lock = lock;
  }

  static HeldBack beforeItIsWrittenDown(Records records) {
    records.run(
        """
        create function hold_back() returns trigger language plpgsql as
          'begin perform pg_advisory_xact_lock(4711); return new; end';
        create trigger hold_back before update on connection for each row
          when (new.enforced = 'CONFIRMED' and old.enforced is distinct from new.enforced)
          execute function hold_back();
        """);
    try {
      Connection lock = DriverManager.getConnection(records.url());
      try (Statement statement = lock.createStatement()) {
        statement.execute("select pg_advisory_lock(4711)");
      }
      return new HeldBack(records, lock);
    } catch (SQLException trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  void untilItWaits() {
    eventually("the api is held back", () -> records.count("select count(*)" + WAITING) > 0);
  }

  @Override
  public void close() throws SQLException {
    records.ask("select count(pg_terminate_backend(pid))" + WAITING);
    eventually("it is cut off", () -> records.count("select count(*)" + WAITING) == 0);
    lock.close();
    records.run("drop trigger hold_back on connection; drop function hold_back");
  }
}
