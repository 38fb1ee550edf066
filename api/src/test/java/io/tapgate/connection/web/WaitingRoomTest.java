package io.tapgate.connection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.doors.Crowded;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WaitingRoomTest {
  @Test
  void so_many_are_served_at_once_and_all_in_the_end() {
    WaitingRoom room = new WaitingRoom(3, Duration.ofSeconds(20));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger served = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 1000; i++) {
        threads.execute(() ->
            room.served(() -> {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              LockSupport.parkNanos(1_000);
              inside.decrementAndGet();
              return served.incrementAndGet();
            }));
      }
    }
    assertThat(served).hasValue(1000);
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void who_waited_too_long_is_told_to_come_again_and_the_next_one_is_served() {
    WaitingRoom room = new WaitingRoom(1, Duration.ofMillis(1));
    CountDownLatch seated = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() ->
          room.served(() -> {
            seated.countDown();
            await(over);
            return true;
          }));
      await(seated);
      assertThatThrownBy(() -> room.served(() -> true)).isInstanceOf(Crowded.class);
      over.countDown();
    }
    assertThat(room.served(() -> "served")).isEqualTo("served");
  }

  @Test
  void a_report_that_fails_leaves_its_seat() {
    WaitingRoom room = new WaitingRoom(1, Duration.ofMillis(1));
    assertThatThrownBy(() -> room.served(WaitingRoomTest::fails))
        .isInstanceOf(IllegalStateException.class);
    assertThat(room.served(() -> "served")).isEqualTo("served");
  }

  private static String fails() {
    throw new IllegalStateException("the transaction was rolled back");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
