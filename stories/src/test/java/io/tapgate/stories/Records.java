package io.tapgate.stories;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the database says, asked from outside. */
record Records(String url) {

  void run(String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException trouble) {
      throw new IllegalStateException(sql, trouble);
    }
  }

  /** The first column of the first row, as text. */
  String ask(String sql, Object... values) {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      ResultSet rows = statement.executeQuery();
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    } catch (SQLException trouble) {
      throw new IllegalStateException(sql, trouble);
    }
  }

  long count(String sql, Object... values) {
    return Long.parseLong(ask(sql, values));
  }

  /** The state of a client's newest connection. */
  String stateOf(Client client) {
    return ask(
        "select x.state from connection x join client c on c.id = x.client_id"
            + " where c.name = ? order by x.id desc limit 1",
        client.name);
  }

  /** What is still to be done on the router or to be told. */
  long owed() {
    return count(
        """
        select (select count(*) from connection where owed_since is not null)
             + (select count(*) from question where tell_at is not null)
             + (select count(*) from notice where told_at is null and refused is null)
             + (select count(*) from ban_entry where not enforced)
        """);
  }

  void untilNothingIsOwed() {
    Eventually.eventually("nothing is owed any more", () -> owed() == 0);
  }

  /** Everything a door can change, each table as one fingerprint. */
  String fingerprint() {
    return truth()
        + ask(
            """
            select concat_ws(' ',
              'client', (select md5(string_agg(t::text, '' order by id)) from client t),
              'notice', (select md5(string_agg(t::text, '' order by id)) from notice t),
              'chat', (select md5(string_agg(t::text, '' order by id)) from chat t))
            """);
  }

  /**
   * What decides who gets in, and what is shown of it. When the router is to be looked at again is
   * no part of that: a lease is renewed at any moment.
   */
  String truth() {
    return ask(
        """
        select concat_ws(' ',
          'connection', (select md5(string_agg(
              (to_jsonb(t) - array['drive_at', 'attempts', 'doubted'])::text, '' order by id))
            from connection t),
          'question', (select md5(string_agg(t::text, '' order by connection_id)) from question t),
          'ban', (select md5(string_agg(t::text, '' order by id)) from ban t),
          'entry', (select md5(string_agg(t::text, '' order by ban_id, caller)) from ban_entry t), '')
        """);
  }
}
