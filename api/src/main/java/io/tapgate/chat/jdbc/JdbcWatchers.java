package io.tapgate.chat.jdbc;

import io.tapgate.chat.Watchers;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWatchers implements Watchers {
  /** Nothing is written while it goes on saying the same. */
  private static final String SAYS =
      """
      insert into watcher (trouble) values (:trouble)
      on conflict (only_one) do update set trouble = excluded.trouble
      where watcher.trouble is distinct from excluded.trouble
      """;

  private final JdbcClient database;

  JdbcWatchers(JdbcClient database) {
    this.database = database;
  }

  @Override
  public void says(Optional<String> trouble) {
    database.sql(SAYS).param("trouble", trouble.orElse(null)).update();
  }

  @Override
  public Optional<String> trouble() {
    return database
        .sql("select trouble from watcher where trouble is not null")
        .query(String.class)
        .optional();
  }
}
