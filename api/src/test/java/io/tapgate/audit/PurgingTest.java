package io.tapgate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.audit.jdbc.AuditDatabase;
import io.tapgate.driving.Heard;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PurgingTest {
  private static final AuditDatabase DATABASE = AuditStage.DATABASE;
  private static final Duration A_YEAR = Duration.ofDays(365);

  private final AuditStage stage = AuditStage.with(2500);

  @Test
  void what_is_too_old_goes_in_batches_and_the_rest_still_fits() {
    Anchor remembered = stage.head();
    DATABASE.passes(A_YEAR.minusHours(1));
    stage.happens(10);
    stage.sealing.seal();
    assertThat(stage.purging.purge()).isZero();

    DATABASE.passes(Duration.ofHours(2));
    assertThat(stage.purging.purge()).isEqualTo(2500);

    assertThat(DATABASE.count("audit")).isEqualTo(10);
    assertThat(DATABASE.count("audit_checkpoint")).isOne();
    Verdict verdict = stage.verdict(remembered);
    assertThat(verdict.isSound()).isTrue();
    assertThat(verdict.checked()).isEqualTo(10);
    assertThat(verdict.memory()).contains(Memory.CONTAINED);
    assertThat(verdict.sentences().getFirst())
        .contains("from place 2501 on; those before were removed for their age");
    assertThat(stage.purging.purge()).isZero();
  }

  @Test
  void when_everything_was_too_old_the_chain_goes_on_behind_the_checkpoint() {
    DATABASE.passes(A_YEAR.plusHours(1));
    assertThat(stage.purging.purge()).isEqualTo(2500);
    assertThat(stage.verdict().isSound()).isTrue();

    stage.happens(3);
    stage.sealing.seal();
    assertThat(DATABASE.chain.after(0, 10))
        .extracting(Link::place)
        .containsExactlyElementsOf(LongStream.rangeClosed(2501, 2503).boxed().toList());
    assertThat(stage.verdict().isSound()).isTrue();
  }

  @Test
  void a_head_from_before_the_checkpoint_cannot_be_compared_any_more() {
    Anchor early = Anchor.of(DATABASE.chain.after(99, 1).getFirst());
    DATABASE.passes(A_YEAR.plusHours(1));
    stage.purging.purge();
    assertThat(stage.verdict(early).memory()).contains(Memory.TOO_OLD);
  }

  @Test
  void nobody_gets_evidence_removed_by_making_it_look_old() {
    DATABASE.run("update audit set at = at - interval '2 years' where place <= 50");
    try (Heard log = Heard.of(Purging.class)) {
      assertThat(stage.purging.purge()).isZero();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("ERROR old records of the audit from place 1 on are kept");
    }
    assertThat(DATABASE.count("audit")).isEqualTo(2500);
  }

  @Test
  void behind_a_forged_checkpoint_nothing_is_removed() {
    DATABASE.run(
        """
        insert into audit_checkpoint
        select place, hash, now(), decode(repeat('ab', 32), 'hex') from audit where place = 4
        """);
    DATABASE.run("delete from audit where place <= 4");
    DATABASE.passes(A_YEAR.plusHours(1));
    assertThat(stage.purging.purge()).isZero();
  }
}
