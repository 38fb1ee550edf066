package io.tapgate.stories;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL that an admin would have: one server for all stories, a database for each. */
final class Postgres {
  private static final EmbeddedPostgres SERVER = server();
  private static final AtomicInteger made = new AtomicInteger();

  private Postgres() {}

  /** A new, empty database. */
  static Records fresh() {
    String name = "stories_" + made.incrementAndGet();
    new Records(url("postgres")).run("create database " + name);
    return new Records(url(name));
  }

  private static String url(String name) {
    return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name + "?user=postgres";
  }

  private static EmbeddedPostgres server() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
