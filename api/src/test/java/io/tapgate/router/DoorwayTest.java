package io.tapgate.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The background is a row of tasks here: each runs when the test says so. */
class DoorwayTest {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration KNOCKS = Duration.ofSeconds(15);

  /** As a steady clock is: from anywhere, below nothing too, and soon past its end. */
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);

  private final AtomicInteger opened = new AtomicInteger();
  private final List<RuntimeException> failures = new ArrayList<>();
  private final Deque<Runnable> begun = new ArrayDeque<>();
  private Supplier<RouterDoor> answer = RouterInMemory::new;
  private final Doorway doorway =
      new Doorway(
          RouterFixture.router(),
          _ -> answer.get(),
          now::get,
          opened::incrementAndGet,
          failures::add,
          this::begin);

  private @Nullable Error limit;

  private void begin(Runnable task) {
    if (limit != null) {
      throw limit;
    }
    begun.add(task);
  }

  @Test
  void a_door_is_opened_in_the_background_and_then_kept() {
    RouterInMemory door = answersWith(new RouterInMemory());
    assertThat(doorway.door()).isEmpty();
    begun.remove().run();
    assertThat(opened).hasValue(1);
    assertThat(doorway.door()).containsSame(door);
    assertThat(doorway.door()).containsSame(door);
    assertThat(doorway.condition()).isEqualTo(new Condition.Open());
    assertThat(begun).isEmpty();
  }

  @Test
  void before_that_nothing_is_known() {
    assertThat(doorway.condition()).isEqualTo(new Condition.Closed("not opened yet"));
  }

  @Test
  void one_try_at_a_time_is_enough() {
    for (int i = 0; i < 10; i++) {
      assertThat(doorway.door()).isEmpty();
      pass(LONGEST);
    }
    assertThat(begun).hasSize(1);
  }

  @Test
  void a_router_that_does_not_answer_is_tried_again_after_a_pause() {
    fails("no route to host");
    assertThat(doorway.condition()).isEqualTo(new Condition.Closed("no route to host"));
    assertThat(failures).hasSize(1);
    pass(Duration.ofMillis(99));
    assertThat(isTried()).isFalse();
    pass(Duration.ofMillis(101));
    assertThat(isTried()).isTrue();
  }

  @Test
  void the_pause_grows_but_never_long() {
    for (int failure = 0; failure < 70; failure++) {
      fails("still down");
      pass(LONGEST);
    }
    fails("down at last");
    pass(LONGEST.dividedBy(2).minusMillis(1));
    assertThat(isTried()).isFalse();
    pass(LONGEST);
    assertThat(isTried()).isTrue();
  }

  @Test
  void a_router_that_was_back_is_tried_again_soon() {
    for (int failure = 0; failure < 10; failure++) {
      fails("still down");
      pass(LONGEST);
    }
    opens().close();
    assertThat(doorway.door()).isEmpty();
    pass(Duration.ofMillis(200));
    assertThat(isTried()).isTrue();
  }

  @Test
  void a_fault_of_ours_does_not_end_the_tries() {
    answer =
        () -> {
          throw new IllegalStateException("a bug");
        };
    doorway.door();
    begun.remove().run();
    assertThat(doorway.condition())
        .isEqualTo(new Condition.Closed("java.lang.IllegalStateException: a bug"));
    pass(LONGEST);
    opens();
  }

  @Test
  void a_door_that_fell_shut_is_opened_again() {
    opens().close();
    assertThat(doorway.condition()).isEqualTo(new Condition.Closed("the connection was lost"));
    assertThat(doorway.door()).isEmpty();
    pass(LONGEST);
    RouterInMemory second = opens();
    assertThat(doorway.door()).containsSame(second);
  }

  @Test
  void an_open_door_is_knocked_at_now_and_then_and_once_at_a_time() {
    RouterInMemory door = opens();
    pass(KNOCKS.minusNanos(1));
    assertThat(isTried()).isFalse();
    pass(Duration.ofNanos(1));
    assertThat(isTried()).isTrue();
    pass(KNOCKS);
    assertThat(isTried()).isTrue();
    assertThat(begun).hasSize(1);
    begun.remove().run();
    assertThat(door.said()).containsExactly("knock");
    assertThat(isTried()).isFalse();
    pass(KNOCKS);
    assertThat(isTried()).isTrue();
    assertThat(failures).isEmpty();
  }

  @Test
  void a_knock_that_nobody_answers_is_told_and_is_the_reason_when_the_door_falls_shut() {
    RouterInMemory door = opens();
    door.fallSilent();
    pass(KNOCKS);
    doorway.door();
    begun.remove().run();
    assertThat(failures).hasSize(1);
    door.close();
    assertThat(doorway.condition()).isEqualTo(new Condition.Closed("no answer to knock"));
    assertThat(doorway.door()).isEmpty();
    assertThat(doorway.condition()).isEqualTo(new Condition.Closed("no answer to knock"));
    pass(LONGEST);
    opens().close();
    assertThat(doorway.condition()).isEqualTo(new Condition.Closed("the connection was lost"));
  }

  @Test
  void what_became_of_a_knock_at_an_earlier_door_is_nothing_to_this_one() {
    RouterInMemory earlier = opens();
    pass(KNOCKS);
    doorway.door();
    Runnable knock = begun.remove();
    earlier.close();
    doorway.door();
    pass(LONGEST);
    opens();
    knock.run();
    assertThat(failures).isEmpty();
    assertThat(doorway.condition()).isEqualTo(new Condition.Open());
  }

  @Test
  void a_try_that_could_not_be_begun_is_begun_the_next_time() {
    limit = new OutOfMemoryError("on purpose");
    assertThatThrownBy(doorway::door).isSameAs(limit);
    limit = null;
    opens();
  }

  @Test
  void a_knock_that_could_not_be_begun_is_begun_the_next_time() {
    RouterInMemory door = opens();
    pass(KNOCKS);
    limit = new OutOfMemoryError("on purpose");
    assertThatThrownBy(doorway::door).isSameAs(limit);
    limit = null;
    assertThat(doorway.door()).containsSame(door);
    assertThat(begun).hasSize(1);
  }

  @Test
  void a_knock_that_this_machine_had_no_room_for_is_followed_by_the_next() {
    opens()
        .beforeEachAnswer(() -> {
          throw new StackOverflowError("on purpose");
        });
    pass(KNOCKS);
    doorway.door();
    assertThatThrownBy(begun.remove()::run).isInstanceOf(StackOverflowError.class);
    pass(KNOCKS);
    assertThat(isTried()).isTrue();
  }

  @Test
  void closing_shuts_the_door_and_opens_no_other() {
    RouterInMemory door = opens();
    doorway.close();
    assertThat(door.isOpen()).isFalse();
    assertThat(isTried()).isFalse();
    pass(LONGEST);
    assertThat(isTried()).isFalse();
  }

  @Test
  void a_door_that_comes_too_late_is_shut_at_once() {
    RouterInMemory late = answersWith(new RouterInMemory());
    doorway.door();
    doorway.close();
    begun.remove().run();
    assertThat(late.isOpen()).isFalse();
    assertThat(opened).hasValue(0);
  }

  private RouterInMemory answersWith(RouterInMemory door) {
    answer = () -> door;
    return door;
  }

  private RouterInMemory opens() {
    RouterInMemory door = answersWith(new RouterInMemory());
    doorway.door();
    begun.remove().run();
    assertThat(doorway.condition()).isEqualTo(new Condition.Open());
    return door;
  }

  /** One try now, and it fails. */
  private void fails(String why) {
    answer =
        () -> {
          throw new RouterTrouble.Silent(why, null);
        };
    doorway.door();
    begun.remove().run();
  }

  private boolean isTried() {
    doorway.door();
    return !begun.isEmpty();
  }

  private void pass(Duration span) {
    now.addAndGet(span.toNanos());
  }
}
