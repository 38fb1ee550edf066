package io.tapgate.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.router.routeros.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DoorwayTest {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration JUST_BEFORE_HALF = Duration.ofMillis(2_499);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final AtomicInteger tries = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private final Deque<Supplier<RouterDoor>> answers = new ArrayDeque<>();
  private final Doorway doorway =
      new Doorway(RouterFixture.router(), this::open, now::get, opened::incrementAndGet, _ -> {});

  @Test
  void a_door_is_opened_in_the_background_and_then_kept() {
    RouterInMemory door = answersWith(new RouterInMemory());
    assertThat(doorway.door()).isEmpty();
    Eventually.holds(() -> opened.get() == 1);
    assertThat(doorway.door()).containsSame(door);
    assertThat(doorway.door()).containsSame(door);
    assertThat(doorway.condition()).isEqualTo(new Condition.Open());
    assertThat(tries).hasValue(1);
  }

  @Test
  void before_that_nothing_is_known() {
    assertThat(doorway.condition()).isEqualTo(new Condition.Closed("not opened yet"));
  }

  @Test
  void one_try_at_a_time_is_enough() throws InterruptedException {
    CountDownLatch answer = new CountDownLatch(1);
    answers.add(() -> {
      await(answer);
      return new RouterInMemory();
    });
    doorway.door();
    Eventually.holds(() -> tries.get() == 1);
    for (int i = 0; i < 10; i++) {
      assertThat(doorway.door()).isEmpty();
    }
    answer.countDown();
    Eventually.holds(() -> opened.get() == 1);
    assertThat(tries).hasValue(1);
  }

  @Test
  void a_router_that_does_not_answer_is_tried_again_after_a_pause() {
    fails("no route to host");
    assertThat(doorway.condition()).isEqualTo(new Condition.Closed("no route to host"));
    doorway.door();
    assertThat(tries).hasValue(1);
    answersWith(new RouterInMemory());
    pass(Duration.ofMillis(200));
    doorway.door();
    Eventually.holds(() -> doorway.condition() instanceof Condition.Open);
  }

  @Test
  void the_pause_grows_but_never_long() {
    for (int failure = 1; failure <= 70; failure++) {
      fails("still down " + failure);
      pass(LONGEST);
    }
    fails("down at last");
    pass(JUST_BEFORE_HALF);
    doorway.door();
    assertThat(tries).hasValue(71);
    pass(LONGEST.minus(JUST_BEFORE_HALF));
    fails("and again");
  }

  @Test
  void a_fault_of_ours_does_not_end_the_tries() {
    answers.add(() -> {
      throw new IllegalStateException("a bug");
    });
    doorway.door();
    Eventually.holds(() -> closedBecause("java.lang.IllegalStateException: a bug"));
    answersWith(new RouterInMemory());
    pass(LONGEST);
    doorway.door();
    Eventually.holds(() -> opened.get() == 1);
  }

  @Test
  void a_door_that_fell_shut_is_opened_again() {
    RouterInMemory first = answersWith(new RouterInMemory());
    doorway.door();
    Eventually.holds(() -> opened.get() == 1);
    first.close();
    assertThat(closedBecause("the connection was lost")).isTrue();
    assertThat(doorway.door()).isEmpty();
    RouterInMemory second = answersWith(new RouterInMemory());
    pass(LONGEST);
    doorway.door();
    Eventually.holds(() -> opened.get() == 2);
    assertThat(doorway.door()).containsSame(second);
  }

  @Test
  void closing_shuts_the_door_and_opens_no_other() {
    RouterInMemory door = answersWith(new RouterInMemory());
    doorway.door();
    Eventually.holds(() -> opened.get() == 1);
    doorway.close();
    assertThat(door.isOpen()).isFalse();
    pass(LONGEST);
    assertThat(doorway.door()).isEmpty();
    pass(LONGEST);
    assertThat(doorway.door()).isEmpty();
    assertThat(tries).hasValue(1);
  }

  @Test
  void a_door_that_comes_too_late_is_shut_at_once() {
    CountDownLatch answer = new CountDownLatch(1);
    RouterInMemory late = new RouterInMemory();
    answers.add(() -> {
      await(answer);
      return late;
    });
    doorway.door();
    Eventually.holds(() -> tries.get() == 1);
    doorway.close();
    answer.countDown();
    Eventually.holds(() -> !late.isOpen());
    assertThat(opened).hasValue(0);
  }

  private RouterDoor open(Router router) {
    Supplier<RouterDoor> answer = answers.remove();
    tries.incrementAndGet();
    return answer.get();
  }

  private RouterInMemory answersWith(RouterInMemory door) {
    answers.add(() -> door);
    return door;
  }

  /** One try now, and it fails. */
  private void fails(String why) {
    answers.add(() -> {
      throw new RouterTrouble.Silent(why, null);
    });
    doorway.door();
    Eventually.holds(() -> closedBecause(why));
  }

  private boolean closedBecause(String why) {
    return doorway.condition().equals(new Condition.Closed(why));
  }

  private void pass(Duration span) {
    now.updateAndGet(instant -> instant.plus(span));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
