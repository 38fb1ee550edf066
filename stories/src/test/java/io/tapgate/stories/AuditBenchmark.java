package io.tapgate.stories;

import io.tapgate.stories.Load.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the audit costs a hook: hooks with the triggers that write it, and without, in turns within
 * the same minute. Sealing goes on beside them, as it does in life. No test, and not run with them:
 * as {@link HookBenchmark}.
 */
class AuditBenchmark {
  private static final Duration WARM_UP = Duration.ofSeconds(25);
  private static final Duration EACH = Duration.ofSeconds(6);
  private static final int TIMES = 5;

  private static final String AUDIT =
      "alter table connection %1$s trigger connection_opened, %1$s trigger connection_moved";

  @Test
  void hooks_with_the_audit_and_without(@TempDir Path data) throws Exception {
    try (Stage stage = Stage.empty(Map.of("DATA_DIR", data.toString()))) {
      stage.router.off();
      stage.telegram.off();
      stage.startApi(
          Jar.API.command("-XX:+UseSerialGC", "-Xmx384m", "-XX:+UseCompactObjectHeaders"));
      Records records = new Records(HookBenchmark.database(data));
      HookBenchmark hooks = new HookBenchmark();
      Work work = () -> hooks.new Hook(stage.doors.port());
      Load.of(16, WARM_UP, work);
      for (int callers : List.of(1, 16)) {
        compare(callers, work, records);
      }
      System.out.printf(
          "sealed %s, waiting %s%n",
          records.ask("select count(*) from audit"),
          records.ask("select count(*) from audit_fresh"));
    }
  }

  private static void compare(int callers, Work work, Records records) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      records.run(AUDIT.formatted("enable"));
      Load with = Load.of(callers, EACH, work);
      records.run(AUDIT.formatted("disable"));
      Load without = Load.of(callers, EACH, work);
      ratios.add(with.rate() / without.rate());
      System.out.printf(
          "%d callers: with %s; without %s: %.0f %%%n",
          callers, with, without, 100 * ratios.getLast());
    }
    System.out.printf(
        "%d callers: with the audit %.0f %% of the hooks without, the middle of %d%n",
        callers, 100 * ratios.stream().sorted().toList().get(TIMES / 2), TIMES);
  }
}
