package io.tapgate.house;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** One PostgreSQL for all tests of this JVM; whoever asks gets a database of their own on it. */
public final class Database {
  private static final EmbeddedPostgres SERVER = server();
  private static int made;

  private Database() {}

  /** The address of a new, empty database. */
  public static synchronized String fresh() {
    String name = "house_" + ++made;
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
      return url(name);
    } catch (SQLException trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  private static String url(String name) {
    return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name + "?user=postgres";
  }

  private static EmbeddedPostgres server() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
