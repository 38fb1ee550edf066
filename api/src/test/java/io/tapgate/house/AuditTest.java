package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tapgate.audit.About;
import io.tapgate.audit.By;
import io.tapgate.audit.Chain;
import io.tapgate.audit.Happening;
import io.tapgate.audit.Noted;
import io.tapgate.audit.Recording;
import io.tapgate.audit.Records;
import io.tapgate.audit.Verifying;
import io.tapgate.playground.router.device.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing happens that is not on record, with who did it and why. */
class AuditTest extends House {
  private static final Duration SOON = Duration.ofSeconds(15);

  @Autowired private Records records;
  @Autowired private Chain chain;
  @Autowired private Verifying verifying;
  @Autowired private Recording recording;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Scheduler rareJobs;

  @Test
  void a_tap_and_a_hang_up_are_on_record_with_who_and_from_where() {
    Client alice = somebody();
    Session session = alice.connects();
    alice.tapsItsMe(alice.question());
    alice.shows("Allowed since");
    alice.hangsUp(session);

    List<Noted> story = story(alice, 3);
    assertThat(story)
        .extracting(AuditTest::told)
        .containsExactly(
            "connection.asked by router:1, REPORTED",
            "connection.confirmed by person:" + alice.chat + ", TAP",
            "connection.ended by router:1, HUNG_UP");
    assertThat(story)
        .allSatisfy(noted -> {
          About about = noted.happening().about();
          assertThat(about.caller()).contains(alice.caller);
          assertThat(about.tunnel()).contains(session.address().toString());
          assertThat(about.router()).contains(1L);
          assertThat(about.client()).isPresent();
        });
  }

  @Test
  void a_no_is_on_record_and_so_is_the_ban() {
    Client alice = somebody();
    alice.connects();
    alice.tapsNotMe(alice.question());
    assertThat(story(alice, 2))
        .extracting(AuditTest::told)
        .containsExactly(
            "connection.asked by router:1, REPORTED",
            "connection.rejected by person:" + alice.chat + ", TAP");
    assertThat(verbsOf(alice)).contains("ban.began");
  }

  @Test
  void a_deadline_that_passed_is_on_record() {
    Client alice = somebody();
    alice.connects();
    alice.question();
    time.passes(TIMEOUT.plusSeconds(1));
    assertThat(story(alice, 2))
        .extracting(AuditTest::told)
        .containsExactly(
            "connection.asked by router:1, REPORTED", "connection.expired by tapgate, DEADLINE");
  }

  @Test
  void one_connection_too_many_is_on_record() {
    Client alice = somebody();
    for (int i = 0; i < 4; i++) {
      alice.connects();
    }
    await().atMost(SOON).until(() -> verbsOf(alice).contains("connection.banned"));
    assertThat(story(alice, 1))
        .extracting(AuditTest::told)
        .containsExactly("connection.banned by router:1, OVER_LIMIT");
  }

  @Test
  void all_of_it_is_sealed_within_a_second_or_two_and_the_chain_is_sound() {
    Client alice = somebody();
    alice.connects();
    alice.question();
    await().atMost(SOON).until(() -> !chain.hasFresh());
    assertThat(verifying.verify(Optional.empty()).sentences())
        .noneMatch(it -> it.contains("wrong"));
  }

  @Test
  void what_an_admin_does_is_there_with_the_change_or_not_at_all() {
    Happening made = Happening.of("key.made", By.tapgate()).key(4711);
    assertThatThrownBy(() -> recording.note(made))
        .isInstanceOf(IllegalTransactionStateException.class);
    transaction.executeWithoutResult(undone -> {
      recording.note(made);
      undone.setRollbackOnly();
    });
    assertThat(keysMade()).isZero();
    transaction.executeWithoutResult(_ -> recording.note(made));
    assertThat(keysMade()).isOne();
  }

  @Test
  void old_records_go_by_a_job_that_runs_once_in_the_whole_cluster() throws Exception {
    assertThat(rareJobs.checkExists(new TriggerKey("purge-audit-hourly"))).isTrue();
  }

  /** Of the client's newest connection. */
  private List<Noted> story(Client client, int length) {
    long connection =
        database
            .sql(
                "select max(x.id) from connection x join client c on c.id = client_id"
                    + " where c.name = :name")
            .param("name", client.name)
            .query(Long.class)
            .single();
    return await()
        .atMost(SOON)
        .until(() -> records.ofConnection(connection), noted -> noted.size() == length);
  }

  private static String told(Noted noted) {
    Happening happening = noted.happening();
    return happening.verb()
        + " by "
        + happening.by().actor()
        + ", "
        + happening.cause().orElse("no cause");
  }

  private List<String> verbsOf(Client client) {
    return database
        .sql(
            """
            select verb from (select client_id, verb from audit
                              union all select client_id, verb from audit_fresh) noted
            where client_id = (select id from client where name = :name)
            """)
        .param("name", client.name)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private long keysMade() {
    return database
        .sql(
            "select (select count(*) from audit where key_id = 4711)"
                + " + (select count(*) from audit_fresh where key_id = 4711)")
        .query(Long.class)
        .single();
  }
}
