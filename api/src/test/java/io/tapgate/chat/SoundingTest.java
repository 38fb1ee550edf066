package io.tapgate.chat;

import static io.tapgate.chat.MessengerInMemory.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.connection.Announced;
import io.tapgate.driving.Held;
import io.tapgate.driving.HeldFixture;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class SoundingTest {
  private static final Held CLAIM = HeldFixture.held("bot");

  private long now = Long.MAX_VALUE - 7;
  private final Deque<Runnable> underWay = new ArrayDeque<>();
  private final MessengerInMemory messenger = new MessengerInMemory();
  private final Reachability condition = new Reachability(new Announced());
  private final Sounding sounding =
      new Sounding(messenger, condition, () -> now, underWay::addLast);

  @Test
  void after_half_a_minute_without_a_word_telegram_is_asked_who_we_are() {
    for (int times = 1; times <= 2; times++) {
      passes(Duration.ofSeconds(29), CLAIM);
      assertThat(underWay).isEmpty();
      passes(Duration.ofSeconds(1), CLAIM);
      isAnswered();
      assertThat(messenger.done()).hasSize(times).containsOnly("who am I");
    }
  }

  @Test
  void whoever_spoke_just_now_need_not_ask() {
    passes(Duration.ofSeconds(20), CLAIM);
    sounding.spoken();
    passes(Duration.ofSeconds(29), CLAIM);
    assertThat(underWay).isEmpty();
    passes(Duration.ofSeconds(1), CLAIM);
    assertThat(underWay).hasSize(1);
  }

  @Test
  void a_trouble_shows_until_the_next_answer() {
    isSilent();
    passes(Duration.ofSeconds(30), CLAIM);
    isAnswered();
    assertThat(condition.trouble()).containsInstanceOf(ChatTrouble.Silent.class);
    passes(Duration.ofSeconds(30), CLAIM);
    isAnswered();
    assertThat(condition.trouble()).isEmpty();
  }

  @Test
  void one_asking_is_under_way_at_a_time() {
    passes(Duration.ofSeconds(30), CLAIM);
    passes(Duration.ofSeconds(30), CLAIM);
    assertThat(underWay).hasSize(1);
  }

  @Test
  void what_is_found_out_too_late_is_not_ours_to_say() {
    isSilent();
    passes(Duration.ofSeconds(30), HeldFixture.runOut("bot"));
    isAnswered();
    assertThat(condition.trouble()).isEmpty();
  }

  private void isSilent() {
    messenger.failsWith(NOBODY, new ChatTrouble.Silent("no answer", null));
  }

  private void passes(Duration span, Held claim) {
    now += span.toNanos();
    sounding.ifLongSilent(claim);
  }

  private void isAnswered() {
    underWay.removeFirst().run();
  }
}
