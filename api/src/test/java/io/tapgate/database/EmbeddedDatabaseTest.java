package io.tapgate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL of our own: durable, closed, and there again after a restart. */
class EmbeddedDatabaseTest {
  @TempDir Path folder;

  @Test
  void it_is_durable_closed_to_others_and_keeps_what_was_written() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(read(database, "show fsync")).isEqualTo("on");
      assertThat(read(database, "show synchronous_commit")).isEqualTo("on");
      assertThat(read(database, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(read(database, "select rolpassword from pg_authid where rolname = 'postgres'"))
          .startsWith("SCRAM-SHA-256$");
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "wrong"))
          .hasMessageContaining("password authentication failed");
      write(database, "create table kept as select 42 as answer");
      for (String closed : new String[] {"", "postgres", "postgres-binaries"}) {
        assertThat(permissions(closed)).as(closed).isEqualTo("rwx------");
      }
      assertThat(permissions("postgres.password")).isEqualTo("rw-------");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(read(database, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void a_folder_that_another_one_holds_is_left_alone() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
          .hasMessageContaining("another Tapgate uses the database");
      assertThat(read(database, "select 42")).isEqualTo("42");
    }
  }

  @Test
  void a_refusal_names_the_file_in_which_postgres_says_why() throws Exception {
    Path data = Files.createDirectories(folder.resolve("postgres"));
    Files.createFile(data.resolve("postgresql.conf"));

    assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
        .isInstanceOfSatisfying(
            DatabaseRefused.class,
            refused ->
                assertThat(refused.advice()).contains("Read " + folder.resolve("postgres.log")));
    assertThat(folder.resolve("postgres.log"))
        .content()
        .contains("is not a database cluster directory");
  }

  @Test
  void a_database_that_cannot_be_made_is_refused_in_words() throws Exception {
    Files.createFile(Files.createDirectories(folder.resolve("postgres")).resolve("not empty"));

    assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("does not start");
    assertThat(folder.resolve("postgres.log")).content().contains("not empty");
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  private static String read(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void write(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
