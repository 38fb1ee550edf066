package io.tapgate.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** What the database and everybody around it throw, and what is made of it. */
class OutageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08001", "08006", "08003", "28P01", "3D000", "40001", "40P01", "53100", "53300", "57014",
        "57P01", "57P02", "57P03", "58030", "55P03", "25P03", "25006"
      })
  void what_the_database_could_not_do_just_now_is_an_outage(String state) {
    assertThat(Outage.isBehind(new IllegalStateException(said(state)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22001", "42601", "42P01", "25P02", "XX000", "0"})
  void what_it_will_not_do_in_a_moment_either_is_a_fault_of_ours(String state) {
    assertThat(Outage.isBehind(new IllegalStateException(said(state)))).isFalse();
  }

  @Test
  void a_commit_whose_answer_was_lost_is_an_outage() {
    SQLException lost = new SQLException("An I/O error", "08006", new SocketTimeoutException());
    RuntimeException hibernate = new RuntimeException("Unable to commit", lost);

    assertThat(Outage.isBehind(new JpaSystemException(hibernate))).isTrue();
  }

  @Test
  void a_rollback_that_fails_after_it_does_not_hide_it() {
    SQLException closed = new SQLException("This connection has been closed.", "08003");
    RuntimeException hibernate = new RuntimeException("Unable to rollback", closed);

    assertThat(Outage.isBehind(new TransactionSystemException("rollback", hibernate))).isTrue();
  }

  /** As Hikari says it, after it took a broken connection out: without a state. */
  @Test
  void a_rollback_on_a_connection_that_the_pool_took_away_is_an_outage() {
    SQLException taken = new SQLException("Connection is closed");
    RuntimeException hibernate = new RuntimeException("Unable to rollback", taken);

    assertThat(Outage.isBehind(new JpaSystemException(hibernate))).isTrue();
  }

  @Test
  void a_pool_with_nothing_left_is_an_outage() {
    SQLException none =
        new SQLTransientConnectionException("not available, timed out after 3000ms");

    assertThat(Outage.isBehind(new CannotCreateTransactionException("no EntityManager", none)))
        .isTrue();
  }

  @Test
  void a_transaction_out_of_time_is_an_outage_whoever_keeps_the_time() {
    assertThat(Outage.isBehind(new TransactionTimedOutException("deadline was exceeded"))).isTrue();
    assertThat(
            Outage.isBehind(
                new JpaSystemException(new TransactionException("transaction timeout expired"))))
        .isTrue();
  }

  @Test
  void a_lost_race_is_an_outage_and_a_broken_rule_is_none() {
    assertThat(Outage.isBehind(new CannotAcquireLockException("deadlock"))).isTrue();
    assertThat(Outage.isBehind(new DataIntegrityViolationException("not null"))).isFalse();
    assertThat(Outage.isBehind(new NullPointerException("a bug"))).isFalse();
  }

  @Test
  void causes_that_run_in_a_ring_end() {
    RuntimeException one = new RuntimeException("one");
    one.initCause(new RuntimeException("two", one));

    assertThat(Outage.isBehind(one)).isFalse();
  }

  @Test
  void the_reason_is_what_the_database_itself_said_on_one_line() {
    SQLException said = new SQLException("ERROR: canceled\n  Where: somewhere", "55P03");

    assertThat(Outage.reason(new RuntimeException("wrapped", said)))
        .isEqualTo("ERROR: canceled (55P03)");
  }

  private static SQLException said(String state) {
    return new SQLException("the database said so", state);
  }
}
