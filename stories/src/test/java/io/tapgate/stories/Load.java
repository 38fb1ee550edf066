package io.tapgate.stories;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many callers at once, each one thing after the other: how often, and how long each took. */
record Load(double rate, Duration half, Duration slowest) {

  /** One caller, with whatever it keeps open. */
  interface Caller extends AutoCloseable {
    void once() throws Exception;

    @Override
    void close() throws IOException, SQLException;
  }

  /** Makes callers. */
  interface Work {
    Caller caller() throws Exception;
  }

  static Load of(int callers, Duration span, Work work) {
    long end = System.nanoTime() + span.toNanos();
    List<Future<List<Long>>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        running.add(threads.submit(() -> call(work, end)));
      }
    }
    return of(running.stream().flatMap(one -> done(one).stream()).toList(), span);
  }

  private static List<Long> call(Work work, long end) throws Exception {
    List<Long> taken = new ArrayList<>();
    try (Caller caller = work.caller()) {
      for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
        caller.once();
        taken.add(System.nanoTime() - begun);
      }
    }
    return taken;
  }

  private static List<Long> done(Future<List<Long>> one) {
    try {
      return one.get();
    } catch (ExecutionException | InterruptedException trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  private static Load of(List<Long> taken, Duration span) {
    long[] sorted = taken.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Load(
        sorted.length / (span.toMillis() / 1000.0), share(sorted, 0.5), share(sorted, 0.99));
  }

  private static Duration share(long[] sorted, double share) {
    int at = (int) Math.min(sorted.length - 1, sorted.length * share);
    return Duration.ofNanos(Arrays.stream(sorted).skip(at).findFirst().orElseThrow());
  }

  @Override
  public String toString() {
    return "%.0f/s, half within %.1f ms, 99 %% within %.1f ms"
        .formatted(rate, half.toNanos() / 1e6, slowest.toNanos() / 1e6);
  }
}
