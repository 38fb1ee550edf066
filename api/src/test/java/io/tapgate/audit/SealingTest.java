package io.tapgate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.audit.jdbc.AuditDatabase;
import io.tapgate.driving.Heard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SealingTest {
  private static final AuditDatabase DATABASE = AuditStage.DATABASE;
  private final AuditStage stage = AuditStage.empty();

  @Test
  void what_happened_gets_the_next_places_in_its_order() {
    stage.happens(3);
    assertThat(stage.sealing.seal()).isEqualTo(3);
    stage.happens(2);
    assertThat(stage.sealing.seal()).isEqualTo(2);

    List<Link> links = DATABASE.chain.after(0, 10);
    assertThat(links).extracting(Link::place).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(links).extracting(link -> link.noted().id()).isSorted();
    assertThat(links.getFirst().noted().happening()).isEqualTo(AuditStage.happening(1));
    assertThat(stage.head()).isEqualTo(Anchor.of(links.getLast()));
    assertThat(DATABASE.count("audit_fresh")).isZero();
    assertThat(stage.verdict().isSound()).isTrue();
  }

  @Test
  void with_nothing_to_seal_nothing_is_written() {
    assertThat(stage.sealing.seal()).isZero();
    assertThat(stage.head()).isEqualTo(Anchor.GENESIS);
    assertThat(stage.verdict().isSound()).isTrue();
  }

  @Test
  void a_long_queue_is_sealed_batch_by_batch() {
    stage.happens(2500);
    assertThat(stage.sealing.seal()).isEqualTo(2500);
    assertThat(stage.verdict().checked()).isEqualTo(2500);
    assertThat(stage.verdict().isSound()).isTrue();
  }

  @Test
  void while_one_node_seals_another_leaves_it_to_that_one() {
    AuditStage.with(1);
    stage.happens(1);
    DATABASE.transaction.executeWithoutResult(_ -> {
      assertThat(DATABASE.chain.hold()).isPresent();
      assertThat(CompletableFuture.supplyAsync(stage.sealing::seal).join()).isZero();
    });
    assertThat(stage.sealing.seal()).isEqualTo(1);
  }

  @Test
  void two_nodes_that_seal_at_once_lose_nothing_and_seal_nothing_twice() {
    List<CompletableFuture<Integer>> nodes =
        IntStream.range(0, 4)
            .mapToObj(_ -> CompletableFuture.supplyAsync(this::writesAndSeals))
            .toList();
    int sealed = nodes.stream().mapToInt(CompletableFuture::join).sum() + stage.sealing.seal();

    assertThat(sealed).isEqualTo(4 * 20 * 5);
    assertThat(DATABASE.count("audit")).isEqualTo(sealed);
    assertThat(stage.verdict().isSound()).isTrue();
  }

  private int writesAndSeals() {
    return IntStream.range(0, 20)
        .map(_ -> {
          stage.happens(5);
          return stage.sealing.seal();
        })
        .sum();
  }

  @Test
  void a_head_that_was_changed_behind_our_back_is_put_on_record_and_sealing_goes_on() {
    stage.happens(3);
    stage.sealing.seal();
    DATABASE.run("update audit_head set signature = decode(repeat('ab', 32), 'hex')");
    stage.happens(1);
    try (Heard log = Heard.of(Sealing.class)) {
      stage.sealing.seal();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("ERROR the audit does not end as it was signed");
    }
    assertThat(stage.verdict().faults())
        .singleElement()
        .isInstanceOfSatisfying(
            Fault.FoundBroken.class, found -> assertThat(found.place()).isEqualTo(5));
  }

  @Test
  void where_everything_was_removed_that_is_on_record_at_the_beginning() {
    stage.happens(3);
    stage.sealing.seal();
    DATABASE.removeAllThatWasSealed();
    stage.happens(1);
    try (Heard log = Heard.of(Sealing.class)) {
      stage.sealing.seal();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("ERROR the audit does not end as it was signed");
    }
    assertThat(stage.verdict().faults())
        .singleElement()
        .isInstanceOfSatisfying(
            Fault.FoundBroken.class, found -> assertThat(found.place()).isEqualTo(2));
  }

  @Test
  void records_that_somebody_wrote_behind_the_head_do_not_stop_it() {
    stage.happens(3);
    stage.sealing.seal();
    DATABASE.run(
        "insert into audit (place, id, at, actor, verb, hash)"
            + " values (4, 999, now(), 'tapgate', 'router.added', decode(repeat('00', 32), 'hex'))");
    stage.happens(1);

    assertThat(stage.sealing.seal()).isEqualTo(2);
    assertThat(stage.verdict().faults())
        .hasAtLeastOneElementOfType(Fault.Changed.class)
        .hasAtLeastOneElementOfType(Fault.FoundBroken.class);
  }
}
