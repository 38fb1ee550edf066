package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.tapgate.playground.telegram.Message;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody holds what a caller needs: the caller is told to come again, and is not kept. */
class PatienceTest extends House {
  private static final Duration AT_MOST = Duration.ofSeconds(8);

  @Autowired private DataSource pool;

  @Test
  void a_report_that_cannot_be_written_down_now_is_told_to_come_again() throws Exception {
    Client alice = somebody();
    alice.connects();
    alice.question();

    Doors.Answer answer =
        whileHeld("client", () -> doors.post("/client/connect", HOOK, hookOf(alice)));

    comesAgain(answer);
    assertThat(answer.body().has("toast")).isFalse();
    assertThat(doors.post("/client/connect", HOOK, hookOf(alice)).status()).isEqualTo(200);
  }

  @Test
  void a_tap_that_cannot_be_written_down_now_is_worded_and_counts_the_next_time() throws Exception {
    Client alice = somebody();
    alice.connects();
    Message question = alice.question();

    comesAgain(
        whileHeld("connection", () -> tap(question, alice.chat, "en")), "Please press again");
    comesAgain(whileHeld("question", () -> tap(question, alice.chat, "ru")), "Нажмите ещё раз");
    Doors.Answer wrong = tap(question, alice.chat, "no language");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text("toast")).contains("does not work");

    assertThat(alice.tapsItsMe(question).status()).isEqualTo(200);
  }

  /** Every statement was well; the connection ends when the commit is asked for. */
  @Test
  void a_connection_lost_at_the_commit_was_no_promise() {
    Client alice = somebody();
    alice.connects();
    alice.question();
    database
        .sql(
            """
            create function cut_off() returns trigger language plpgsql as
              'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
            create constraint trigger cut_off after insert on connection
              deferrable initially deferred
              for each row when (new.tunnel = inet '10.99.0.8') execute function cut_off();
            """)
        .update();
    Map<String, Object> hook = new HashMap<>(hookOf(alice));
    hook.put("source_ip", "10.99.0.8");
    try {
      comesAgain(doors.post("/client/connect", HOOK, hook));
      comesAgain(doors.post("/client/connect", HOOK, hook));
      assertThat(opened()).isZero();
    } finally {
      database.sql("drop trigger cut_off on connection; drop function cut_off").update();
    }
    assertThat(doors.post("/client/connect", HOOK, hook).status()).isEqualTo(200);
    assertThat(opened()).isOne();
  }

  /** No statement takes longer than it may; all of them together do. */
  @Test
  void a_transaction_that_takes_too_long_as_a_whole_is_told_to_come_again() {
    Client alice = somebody();
    slowly("client", "new.name = '" + alice.name + "'", 2.4);
    slowly("question", "new.chat_id = " + alice.chat, 3.4);
    Map<String, Object> hook = new HashMap<>(hookOf(alice));
    hook.put("source_ip", "10.99.0.77");
    try {
      comesAgain(doors.post("/client/connect", HOOK, hook));
      assertThat(opened("10.99.0.77")).isZero();
    } finally {
      quickly("client");
      quickly("question");
    }
    assertThat(doors.post("/client/connect", HOOK, hook).status()).isEqualTo(200);
    assertThat(opened("10.99.0.77")).isOne();
  }

  private void slowly(String table, String whose, double seconds) {
    database
        .sql(
            """
            create function slowly_%1$s() returns trigger language plpgsql as
              'begin perform pg_sleep(%3$s); return new; end';
            create trigger slowly before insert on %1$s
              for each row when (%2$s) execute function slowly_%1$s();
            """
                .formatted(table, whose, seconds))
        .update();
  }

  private void quickly(String table) {
    database
        .sql("drop trigger slowly on %1$s; drop function slowly_%1$s".formatted(table))
        .update();
  }

  private long opened() {
    return opened("10.99.0.8");
  }

  private long opened(String tunnel) {
    return database
        .sql("select count(*) from connection where tunnel = cast(:tunnel as inet)")
        .param("tunnel", tunnel)
        .query(Long.class)
        .single();
  }

  @Test
  void the_limits_hold_on_every_connection_of_the_pool() {
    assertThat(shown("lock_timeout")).isEqualTo("2s");
    assertThat(shown("statement_timeout")).isEqualTo("4s");
    assertThat(shown("idle_in_transaction_session_timeout")).isEqualTo("5s");
    assertThat(shown("synchronous_commit")).isEqualTo("on");
  }

  /** The driver tells the zone of the machine, where a day may have 23 hours. */
  @Test
  void a_day_is_one_of_utc_whatever_zone_the_machine_is_in() throws SQLException {
    assertThat(shown("timezone")).isEqualTo("UTC");
    String told = pool.unwrap(HikariDataSource.class).getConnectionInitSql();
    try (Connection one = pool.getConnection();
        Statement statement = one.createStatement()) {
      statement.execute("set time zone 'Europe/Berlin'");
      statement.execute(told);
      try (ResultSet row = statement.executeQuery("show timezone")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("UTC");
      }
    }
  }

  @Test
  void an_admin_is_told_to_look_before_the_same_is_sent_again() throws Exception {
    Doors.Answer order =
        whileHeld(
            "client", () -> doors.post("/api/v1/clients", ADMIN, Map.of("name", "patient-zero")));
    comesAgain(order);
    assertThat(order.text("detail")).isEqualTo("Look whether it was done, then send it again.");

    Doors.Answer look = whileHeld("client", () -> doors.get("/api/v1/clients", ADMIN));
    comesAgain(look);
    assertThat(look.text("detail")).startsWith("Send the same again in a moment");
  }

  private String shown(String setting) {
    return database.sql("show " + setting).query(String.class).single();
  }

  private static void comesAgain(Doors.Answer answer, String toast) {
    comesAgain(answer);
    assertThat(answer.text("toast")).contains(toast);
  }

  private static void comesAgain(Doors.Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("retry-after", "2");
    assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    assertThat(answer.text("type")).isEqualTo("urn:tapgate:problem:database-away");
  }

  private Doors.Answer tap(Message question, long chat, String language) {
    Map<String, Object> words = new HashMap<>();
    words.put("token", Client.token(question));
    words.put("chat_id", chat);
    words.put("user_id", chat);
    words.put("language", language);
    return doors.post("/client/confirm", WATCHER, words);
  }

  private static Map<String, Object> hookOf(Client client) {
    return Map.of(
        "name",
        client.name,
        "chat_id",
        client.chat,
        "source_ip",
        "10.99.0.9",
        "caller_id",
        "1.2.3.4");
  }

  /** The whole table, as a migration or a careless admin holds it. */
  private Doors.Answer whileHeld(String table, Supplier<Doors.Answer> call) throws SQLException {
    try (Connection holder = pool.getConnection();
        Statement statement = holder.createStatement()) {
      statement.execute("set idle_in_transaction_session_timeout = 0");
      holder.setAutoCommit(false);
      statement.execute("lock table " + table + " in access exclusive mode");
      long began = System.nanoTime();
      Doors.Answer answer = call.get();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_MOST);
      holder.rollback();
      statement.execute("set idle_in_transaction_session_timeout = '5s'");
      holder.commit();
      return answer;
    }
  }
}
