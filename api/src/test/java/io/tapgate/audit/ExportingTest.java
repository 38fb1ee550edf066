package io.tapgate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.audit.jdbc.AuditDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An export reads what it gives out, and not the chain from its beginning. */
class ExportingTest {
  private static final AuditDatabase DATABASE = AuditStage.DATABASE;

  /** Behind which places the chain was read. */
  private final List<Long> steps = new ArrayList<>();

  private final Exporting exporting = new Exporting(watched());

  private Chain watched() {
    return (Chain)
        Proxy.newProxyInstance(
            Chain.class.getClassLoader(),
            new Class<?>[] {Chain.class},
            (_, method, arguments) -> {
              if (method.getName().equals("between")) {
                steps.add((Long) arguments[0]);
              }
              return method.invoke(DATABASE.chain, arguments);
            });
  }

  @Test
  void all_of_it_is_read_step_by_step() {
    AuditStage.with(2500);
    assertThat(exported(While.ever())).hasSize(2500);
    assertThat(steps).containsExactly(0L, 1000L, 2000L);
  }

  @Test
  void what_lies_before_and_behind_a_while_is_not_read() {
    AuditStage stage = AuditStage.with(2500);
    Instant since = afterADay();
    sealed(stage, 3);
    Instant until = afterADay();
    sealed(stage, 2500);

    assertThat(exported(new While(Optional.of(since), Optional.of(until))))
        .containsExactly(2501L, 2502L, 2503L);
    assertThat(steps).containsExactly(2500L);
  }

  @Test
  void of_a_while_in_which_nothing_happened_nothing_is_read() {
    AuditStage.with(3);
    Instant later = afterADay();
    assertThat(exported(new While(Optional.of(later), Optional.empty()))).isEmpty();
    assertThat(exported(new While(Optional.empty(), Optional.of(Instant.EPOCH)))).isEmpty();
    assertThat(steps).isEmpty();
  }

  @Test
  void what_was_removed_for_its_age_is_not_looked_for() {
    AuditStage stage = AuditStage.with(1500);
    DATABASE.passes(Duration.ofDays(366));
    sealed(stage, 3);
    stage.purging.purge();
    assertThat(exported(new While(Optional.of(Instant.EPOCH), Optional.empty()))).hasSize(3);
    assertThat(steps).containsExactly(1500L);
  }

  /** Two transactions side by side: the later record was sealed first. */
  @Test
  void places_that_do_not_quite_follow_time_lose_nothing() {
    AuditStage.with(6);
    at(1, "08:00:00");
    at(2, "09:00:01.5");
    at(3, "09:00:01");
    at(4, "10:00:01.5");
    at(5, "10:00:01");
    at(6, "11:00:00");

    assertThat(exported(new While(moment("09:00:00"), Optional.empty())))
        .containsExactly(2L, 3L, 4L, 5L, 6L);
    assertThat(exported(new While(Optional.empty(), moment("10:00:02"))))
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(exported(new While(moment("09:00:01.2"), moment("10:00:01.2"))))
        .containsExactly(2L, 5L);
  }

  private List<Long> exported(While happened) {
    List<Long> places = new ArrayList<>();
    exporting.export(happened, link -> places.add(link.place()));
    return places;
  }

  private static Instant afterADay() {
    DATABASE.passes(Duration.ofDays(2));
    return DATABASE.chain.ago(Duration.ofDays(1));
  }

  private static void sealed(AuditStage stage, int times) {
    stage.happens(times);
    stage.sealing.seal();
  }

  private static void at(long place, String time) {
    DATABASE.run("update audit set at = '2026-01-01 " + time + "Z' where place = " + place);
  }

  private static Optional<Instant> moment(String time) {
    return Optional.of(Instant.parse("2026-01-01T" + time + "Z"));
  }
}
