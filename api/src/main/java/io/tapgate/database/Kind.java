package io.tapgate.database;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** What a database was made for: it is a playground's or a real one, and stays it. */
final class Kind {
  private static final int OLDEST = 15;

  private final DataSource source;
  private final JdbcClient database;
  private final String wanted;

  Kind(DataSource source, boolean playground) {
    this.source = source;
    this.database = JdbcClient.create(source);
    this.wanted = playground ? "playground" : "real";
  }

  /** Before anything is written there. */
  void mustFitIfKnown() {
    mustBeRecent();
    boolean ours = exists("installation");
    Optional<String> kind = ours ? known() : Optional.empty();
    if (kind.filter(found -> !found.equals(wanted)).isPresent()
        || (wanted.equals("playground") && !ours && exists("flyway_schema_history"))) {
      throw new DatabaseRefused(
          "this database was made for a " + kind.orElse("different") + " installation.",
          wanted.equals("playground")
              ? "A playground uses its own: leave DATABASE_URL and DATA_DIR to `./tapgate up`."
              : "Name another database in DATABASE_URL, or another folder in DATA_DIR.",
          null);
    }
  }

  void remember() {
    database
        .sql("insert into installation (kind) values (:kind) on conflict do nothing")
        .param("kind", wanted)
        .update();
  }

  private Optional<String> known() {
    return database.sql("select kind from installation").query(String.class).optional();
  }

  private boolean exists(String table) {
    return database
        .sql("select to_regclass(:table) is not null")
        .param("table", table)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  private void mustBeRecent() {
    int version = version();
    if (version < OLDEST) {
      throw new DatabaseRefused(
          "this is PostgreSQL " + version + ".", "Tapgate needs " + OLDEST + " or newer.", null);
    }
  }

  private int version() {
    try {
      return JdbcUtils.extractDatabaseMetaData(source, about -> about.getDatabaseMajorVersion());
    } catch (MetaDataAccessException unreadable) {
      throw new DatabaseRefused(
          "the database does not answer: " + reason(unreadable),
          "Is it up, and are DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD right?",
          unreadable);
    }
  }

  /** The driver says it best: those around it know only that they waited. */
  private static String reason(Throwable trouble) {
    String reason = String.valueOf(trouble.getMessage());
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        reason = String.valueOf(cause.getMessage());
      }
    }
    return reason;
  }
}
