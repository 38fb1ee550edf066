package io.tapgate.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.client.ChatId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final ChatId ALICE = new ChatId(42);
  private static final ChatId BOB = new ChatId(43);
  private static final ChatId CAROL = new ChatId(44);
  private static final ChatId GROUP = new ChatId(-100_5);
  private static final PaceSettings LIMITS =
      new PaceSettings(30, Duration.ofSeconds(1), Duration.ofSeconds(3));

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE / 2);
  private final Pace pace = new Pace(LIMITS, now::get);

  @Test
  void thirty_begin_at_once_and_the_next_when_the_second_is_over() {
    says(30);
    assertThat(pace.room()).isZero();
    passes(Duration.ofMillis(999));
    assertThat(pace.room()).isZero();
    assertThat(pace.untilNext()).isEqualTo(Duration.ofMillis(1));
    passes(Duration.ofMillis(1));
    assertThat(pace.room()).isEqualTo(30);
  }

  @Test
  void a_call_under_way_takes_room_and_counts_for_a_second_after_its_end() {
    pace.begin(ALICE);
    passes(Duration.ofSeconds(5));
    assertThat(pace.room()).isEqualTo(29);
    pace.over(ALICE);
    assertThat(pace.room()).isEqualTo(29);
    passes(Duration.ofSeconds(1));
    assertThat(pace.room()).isEqualTo(30);
  }

  @Test
  void whenever_calls_arrive_no_second_sees_more_than_thirty() {
    Random chance = new Random(7);
    List<Long> arrivals = new ArrayList<>();
    Map<ChatId, Long> underWay = new HashMap<>();
    for (int tick = 0; tick < 20_000; tick++) {
      passes(Duration.ofMillis(1));
      underWay.entrySet().removeIf(call -> isOver(call.getKey(), call.getValue()));
      for (int i = pace.room(); i > 0; i--) {
        ChatId chat = new ChatId(1L + arrivals.size());
        assertThat(pace.begin(chat)).isTrue();
        long end = now.get() + Duration.ofMillis(chance.nextInt(400)).toNanos();
        arrivals.add(chance.nextLong(now.get(), end + 1));
        underWay.put(chat, end);
      }
    }
    arrivals.sort(null);
    assertThat(arrivals).hasSizeGreaterThan(400);
    for (int i = 30; i < arrivals.size(); i++) {
      assertThat(arrivals.get(i) - arrivals.get(i - 30))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
    }
  }

  @Test
  void a_chat_rests_after_each_call() {
    say(ALICE);
    assertThat(pace.quiet()).isEqualTo(new Quiet(Set.of(), Set.of(ALICE)));
    assertThat(pace.untilNext()).isEqualTo(Duration.ofSeconds(1));
    passes(Duration.ofSeconds(1));
    assertThat(pace.quiet()).isEqualTo(new Quiet(Set.of(), Set.of()));
  }

  @Test
  void a_group_takes_twenty_a_minute_and_so_rests_for_longer() {
    say(GROUP);
    passes(Duration.ofMillis(2999));
    assertThat(pace.quiet().resting()).containsExactly(GROUP);
    passes(Duration.ofMillis(1));
    assertThat(pace.quiet().resting()).isEmpty();
  }

  @Test
  void one_thing_at_a_time_in_a_chat() {
    assertThat(pace.begin(ALICE)).isTrue();
    assertThat(pace.begin(ALICE)).isFalse();
    assertThat(pace.quiet().busy()).containsExactly(ALICE);
    pace.over(ALICE);
    assertThat(pace.begin(ALICE)).isTrue();
  }

  @Test
  void while_nobody_answers_one_try_at_a_time_is_made_further_and_further_apart() {
    for (int millis : new int[] {500, 1_000, 2_000, 4_000, 5_000, 5_000}) {
      fail(ALICE);
      assertThat(pace.room()).isZero();
      assertThat(pace.untilNext()).isEqualTo(Duration.ofMillis(millis));
      passes(Duration.ofMillis(millis));
      assertThat(pace.room()).isOne();
      pace.begin(BOB);
      assertThat(pace.room()).isZero();
      pace.over(BOB);
    }
    pace.answered();
    passes(Duration.ofSeconds(1));
    assertThat(pace.room()).isEqualTo(30);
  }

  @Test
  void tries_that_fail_together_count_as_one() {
    for (int i = 0; i < 30; i++) {
      pace.silent();
    }
    assertThat(pace.untilNext()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void a_pause_asked_for_in_one_chat_is_kept_there_changes_included_and_nowhere_else() {
    assertThat(pace.pause(GROUP, Duration.ofSeconds(30))).isFalse();
    assertThat(pace.quiet().busy()).containsExactly(GROUP);
    assertThat(pace.begin(GROUP)).isFalse();
    assertThat(pace.room()).isEqualTo(30);
    assertThat(pace.begin(ALICE)).isTrue();
    passes(Duration.ofSeconds(29));
    assertThat(pace.untilNext()).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.begin(GROUP)).isFalse();
    passes(Duration.ofSeconds(1));
    assertThat(pace.begin(GROUP)).isTrue();
  }

  @Test
  void a_chat_that_is_told_again_still_concerns_nobody_else() {
    pace.pause(GROUP, Duration.ofSeconds(30));
    assertThat(pace.pause(GROUP, Duration.ofSeconds(5))).isFalse();
    assertThat(pace.room()).isEqualTo(30);
    passes(Duration.ofSeconds(29));
    assertThat(pace.begin(GROUP)).isFalse();
  }

  @Test
  void when_a_second_chat_is_told_so_meanwhile_it_is_meant_for_everybody() {
    pace.pause(GROUP, Duration.ofSeconds(30));
    passes(Duration.ofSeconds(29));
    assertThat(pace.pause(ALICE, Duration.ofSeconds(7))).isTrue();
    assertThat(pace.room()).isZero();
    assertThat(pace.untilNext()).isEqualTo(Duration.ofSeconds(7));
    passes(Duration.ofSeconds(7));
    assertThat(pace.room()).isEqualTo(30);
  }

  @Test
  void a_second_chat_that_is_told_so_afterwards_is_alone_again() {
    pace.pause(GROUP, Duration.ofSeconds(30));
    passes(Duration.ofSeconds(30));
    assertThat(pace.pause(ALICE, Duration.ofSeconds(7))).isFalse();
    assertThat(pace.room()).isEqualTo(30);
  }

  @Test
  void of_several_pauses_for_everybody_the_one_that_ends_last_counts() {
    pace.pause(ALICE, Duration.ofSeconds(30));
    pace.pause(BOB, Duration.ofSeconds(30));
    passes(Duration.ofSeconds(1));
    pace.pause(CAROL, Duration.ofSeconds(2));
    assertThat(pace.untilNext()).isEqualTo(Duration.ofSeconds(29));
    passes(Duration.ofSeconds(29));
    assertThat(pace.room()).isEqualTo(30);
  }

  @Test
  void a_telegram_that_asks_for_a_pause_is_there() {
    fail(ALICE);
    passes(Duration.ofSeconds(1));
    pace.pause(BOB, Duration.ofSeconds(30));
    assertThat(pace.room()).isEqualTo(30);
  }

  @Test
  void with_nothing_in_the_way_a_second_is_soon_enough() {
    assertThat(pace.untilNext()).isEqualTo(Duration.ofSeconds(1));
  }

  private boolean isOver(ChatId chat, long end) {
    boolean over = end <= now.get();
    if (over) {
      pace.over(chat);
    }
    return over;
  }

  private void says(int times) {
    for (int i = 1; i <= times; i++) {
      say(new ChatId(i));
    }
  }

  private void say(ChatId chat) {
    pace.begin(chat);
    pace.over(chat);
    pace.answered();
  }

  private void fail(ChatId chat) {
    pace.begin(chat);
    pace.silent();
    pace.over(chat);
  }

  private void passes(Duration span) {
    now.addAndGet(span.toNanos());
  }
}
