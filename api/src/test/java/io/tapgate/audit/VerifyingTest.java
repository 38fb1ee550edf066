package io.tapgate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.audit.jdbc.AuditDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody with the whole database does to the chain is named. */
class VerifyingTest {
  private static final AuditDatabase DATABASE = AuditStage.DATABASE;
  private static final String FORGED = "signature = decode(repeat('ab', 32), 'hex')";

  private final AuditStage stage = AuditStage.with(10);

  @Test
  void a_chain_that_nobody_touched_is_sound() {
    Verdict verdict = stage.verdict();
    assertThat(verdict.isSound()).isTrue();
    assertThat(verdict.checked()).isEqualTo(10);
    assertThat(verdict.sentences())
        .containsExactly(
            "10 records were checked, from the first one on; each is as it was sealed.",
            "Nothing waits to be sealed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reason = 'reason, \"quoted\" 6'",
        "detail = null",
        "actor = 'key:8'",
        "at = at + interval '1 microsecond'",
        "caller = '198.18.0.2'",
        "tunnel = '10.0.0.1'",
        "router_id = 6",
        "client_id = 1",
        "cause = ''",
        "id = 99",
        "hash = set_byte(hash, 31, get_byte(hash, 31) # 1)"
      })
  void one_changed_byte_of_a_record_is_named_and_it_alone(String change) {
    DATABASE.run("update audit set " + change + " where place = 5");
    assertThat(stage.verdict().faults())
        .singleElement()
        .isInstanceOfSatisfying(
            Fault.Changed.class,
            changed -> {
              assertThat(changed.place()).isEqualTo(5);
              assertThat(changed.sentence()).startsWith("Place 5, record ").contains("was changed");
            });
  }

  @Test
  void a_changed_verb_is_named() {
    DATABASE.run("update audit set verb = 'router.added' where place = 10");
    assertThat(stage.verdict().faults()).containsExactly(new Fault.Changed(10, 10, "router.added"));
  }

  @Test
  void removed_records_are_named() {
    DATABASE.run("delete from audit where place in (1, 5, 7, 8)");
    assertThat(stage.verdict().faults())
        .containsExactly(new Fault.Missing(1, 1), new Fault.Missing(5, 5), new Fault.Missing(7, 8));
  }

  @Test
  void a_pair_that_was_exchanged_is_named() {
    exchange(4, 5);
    assertThat(stage.verdict().faults())
        .containsExactly(new Fault.Reordered(4, 4, 5), new Fault.Reordered(5, 5, 4));
  }

  @Test
  void a_pair_far_apart_that_was_exchanged_is_named() {
    exchange(2, 9);
    assertThat(stage.verdict().faults())
        .containsExactly(new Fault.Reordered(2, 2, 9), new Fault.Reordered(9, 9, 2));
  }

  @Test
  void a_pair_whose_hashes_stayed_behind_is_named() {
    exchange(4, 5);
    DATABASE.run(
        """
        update audit a set hash = b.hash from audit b
        where a.place in (4, 5) and b.place in (4, 5) and a.place <> b.place
        """);
    assertThat(stage.verdict().faults())
        .containsExactly(new Fault.Reordered(4, 4, 5), new Fault.Reordered(5, 5, 4));
  }

  private static void exchange(long one, long other) {
    DATABASE.run("update audit set place = -1 where place = " + one);
    DATABASE.run("update audit set place = " + one + " where place = " + other);
    DATABASE.run("update audit set place = " + other + " where place = -1");
  }

  @Test
  void a_tail_that_was_cut_off_is_named() {
    DATABASE.run("delete from audit where place > 8");
    assertThat(stage.verdict().faults()).containsExactly(new Fault.TailCut(8, 10));
  }

  @Test
  void a_tail_that_was_cut_off_with_the_head_moved_is_a_forged_head() {
    DATABASE.run("delete from audit where place > 8");
    DATABASE.run(
        "update audit_head h set place = a.place, hash = a.hash from audit a where a.place = 8");
    assertThat(stage.verdict().faults()).containsExactly(new Fault.HeadForged(8));
  }

  @Test
  void a_forged_head_is_named() {
    DATABASE.run("update audit_head set " + FORGED);
    assertThat(stage.verdict().faults()).containsExactly(new Fault.HeadForged(10));
  }

  @Test
  void a_head_that_was_removed_is_named() {
    DATABASE.run("delete from audit_head");
    assertThat(stage.verdict().faults()).containsExactly(new Fault.HeadMissing());
  }

  @Test
  void everything_removed_is_named() {
    DATABASE.removeAllThatWasSealed();
    assertThat(stage.verdict().faults()).containsExactly(new Fault.HeadMissing());
  }

  @Test
  void a_chain_on_which_nothing_hangs_yet_is_sound() {
    AuditStage empty = AuditStage.empty();
    assertThat(empty.verdict(empty.head()).isSound()).isTrue();
    DATABASE.run("update audit_head set " + FORGED);
    assertThat(empty.verdict().faults()).containsExactly(new Fault.HeadForged(0));
  }

  @Test
  void everything_removed_but_the_head_is_named() {
    DATABASE.run("delete from audit");
    assertThat(stage.verdict().faults()).containsExactly(new Fault.TailCut(0, 10));
  }

  /** Whoever has no key can still hash. */
  @Test
  void a_chain_that_was_written_anew_is_named() {
    Link ninth = DATABASE.chain.after(8, 1).getFirst();
    Noted changed = new Noted(10, ninth.noted().at(), AuditStage.happening(99));
    DATABASE.run(
        "update audit set router_id = 99, reason = 'reason, \"quoted\" 99', detail ="
            + " 'host=192.0.2.99', at = (select at from audit where place = 9), hash = '\\x"
            + Anchor.of(ninth).next(changed).hash()
            + "' where place = 10");
    assertThat(stage.verdict().faults()).containsExactly(new Fault.Rewritten(10));
  }

  @Test
  void records_behind_the_head_are_named() {
    DATABASE.run("create table old_head as select * from audit_head");
    try {
      stage.happens(2);
      stage.sealing.seal();
      DATABASE.run("delete from audit_head");
      DATABASE.run("insert into audit_head select * from old_head");
      assertThat(stage.verdict().faults()).containsExactly(new Fault.BeyondHead(10, 12));
    } finally {
      DATABASE.run("drop table old_head");
    }
  }

  @Test
  void a_forged_checkpoint_is_named() {
    DATABASE.run(
        """
        insert into audit_checkpoint
        select place, hash, now(), decode(repeat('ab', 32), 'hex') from audit where place = 4
        """);
    DATABASE.run("delete from audit where place <= 4");
    Verdict verdict = stage.verdict();
    assertThat(verdict.faults()).containsExactly(new Fault.CheckpointForged(4));
    assertThat(verdict.from().place()).isEqualTo(4);
  }

  @Test
  void when_all_of_it_was_replaced_it_is_not_told_record_by_record() {
    AuditStage long_ = AuditStage.with(300);
    DATABASE.run("update audit set reason = 'x'");
    Verdict verdict = long_.verdict();
    assertThat(verdict.faults()).hasSize(100);
    assertThat(verdict.andMore()).isTrue();
    assertThat(verdict.sentences()).contains("And more: the rest was not looked at.");
  }

  @Test
  void what_is_not_sealed_yet_is_told() {
    stage.happens(3);
    DATABASE.passes(Duration.ofMinutes(2));
    Unsealed unsealed = stage.verdict().unsealed();
    assertThat(unsealed.count()).isEqualTo(3);
    assertThat(unsealed.oldest()).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
    assertThat(stage.verdict().sentences().getLast()).startsWith("3 records are not sealed yet");
  }

  @Test
  void a_head_that_was_remembered_is_found_again_after_the_chain_grew() {
    Anchor remembered = stage.head();
    stage.happens(5);
    stage.sealing.seal();
    assertThat(stage.verdict(remembered).memory()).contains(Memory.CONTAINED);
    assertThat(stage.verdict(stage.head()).isSound()).isTrue();
  }

  /** A whole older database with its own head and signature is consistent in itself. */
  @Test
  void an_older_copy_that_was_put_back_does_not_contain_the_head_that_was_remembered() {
    DATABASE.run("create table old_head as select * from audit_head");
    try {
      stage.happens(2);
      stage.sealing.seal();
      Anchor remembered = stage.head();
      DATABASE.run("delete from audit where place > 10");
      DATABASE.run("delete from audit_head");
      DATABASE.run("insert into audit_head select * from old_head");

      assertThat(stage.verdict().isSound()).isTrue();
      assertThat(stage.verdict(remembered).memory()).contains(Memory.LOST);
      stage.happens(2);
      stage.sealing.seal();
      assertThat(stage.verdict(remembered).memory()).contains(Memory.DIFFERS);
      assertThat(stage.verdict(remembered).isSound()).isFalse();
    } finally {
      DATABASE.run("drop table old_head");
    }
  }
}
