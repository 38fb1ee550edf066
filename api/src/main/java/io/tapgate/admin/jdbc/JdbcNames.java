package io.tapgate.admin.jdbc;

import io.tapgate.admin.why.Names;
import io.tapgate.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNames implements Names {
  private final JdbcClient database;

  JdbcNames(JdbcClient database) {
    this.database = database;
  }

  @Override
  public String of(Actor actor) {
    return switch (actor) {
      case Actor.Tapgate _ -> "Tapgate";
      case Actor.Router(long id) -> "Router " + name("router", id);
      case Actor.Person(long user) -> "The person with Telegram's number " + user;
      case Actor.Key(long id) -> "An admin (key " + id + ", " + name("api_key", id) + ")";
    };
  }

  private String name(String table, long id) {
    return database
        .sql("select name from " + table + " where id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .orElse(String.valueOf(id));
  }
}
