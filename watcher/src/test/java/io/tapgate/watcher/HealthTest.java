package io.tapgate.watcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the watcher says of itself as time passes. */
class HealthTest {
  private long now;
  private final Lease lease = new Lease(() -> now);
  private final Health health = new Health(() -> now, lease, Duration.ofSeconds(90));

  @Test
  void a_holder_that_has_not_polled_for_too_long_is_down() {
    health.apiAnswers();
    lease.granted(now, Duration.ofHours(1));
    assertThat(status()).isEqualTo(Health.Status.UP);
    pass(90);
    assertThat(status()).isEqualTo(Health.Status.UP);
    pass(1);
    assertThat(status()).isEqualTo(Health.Status.DOWN);
    health.polled();
    assertThat(status()).isEqualTo(Health.Status.UP);
    pass(91);
    assertThat(status()).isEqualTo(Health.Status.DOWN);
    assertThat(health.report().sinceGoodPoll()).contains(Duration.ofSeconds(91));
  }

  @Test
  void the_time_as_a_standby_does_not_count() {
    health.apiAnswers();
    lease.granted(now, Duration.ofSeconds(30));
    health.polled();
    pass(300);
    assertThat(status()).isEqualTo(Health.Status.STANDBY);
    lease.granted(now, Duration.ofSeconds(30));
    assertThat(status()).isEqualTo(Health.Status.UP);
  }

  @Test
  void polls_that_fail_for_too_long_are_a_reason_to_let_another_one_try() {
    lease.granted(now, Duration.ofHours(1));
    health.polled();
    health.pollFailed("no answer in time");
    pass(90);
    assertThat(health.readsNothing()).isFalse();
    pass(1);
    assertThat(health.readsNothing()).isTrue();
    assertThat(health.telegramTrouble()).contains("no answer in time");
    health.polled();
    assertThat(health.readsNothing()).isFalse();
    assertThat(health.telegramTrouble()).isEmpty();
  }

  @Test
  void a_batch_that_waits_for_the_api_is_none() {
    lease.granted(now, Duration.ofHours(1));
    health.polled();
    pass(1000);
    assertThat(health.readsNothing()).isFalse();
  }

  @Test
  void what_only_a_person_can_mend_is_one_at_once() {
    lease.granted(now, Duration.ofHours(1));
    assertThat(health.stuck("a webhook is set")).isTrue();
    assertThat(health.readsNothing()).isTrue();
    pass(3601);
    assertThat(health.readsNothing()).as("without the lease nobody expects us to read").isFalse();
  }

  @Test
  void who_may_read_again_and_could_not_before_is_down_until_a_poll_went_well() {
    health.apiAnswers();
    lease.granted(now, Duration.ofSeconds(100));
    health.pollFailed("no answer in time");
    pass(101);
    health.standsBy();
    assertThat(status()).isEqualTo(Health.Status.STANDBY);
    lease.granted(now, Duration.ofSeconds(30));
    assertThat(status()).isEqualTo(Health.Status.DOWN);
    health.polled();
    assertThat(status()).isEqualTo(Health.Status.UP);
  }

  @Test
  void a_poll_that_failed_once_before_another_one_read_says_nothing_of_later() {
    health.apiAnswers();
    lease.granted(now, Duration.ofSeconds(30));
    health.pollFailed("another program polls with this bot's token");
    lease.lost();
    health.standsBy();
    pass(1000);
    lease.granted(now, Duration.ofSeconds(30));
    assertThat(status()).isEqualTo(Health.Status.UP);
    assertThat(health.telegramTrouble()).isEmpty();
  }

  @Test
  void without_the_api_nothing_works() {
    health.apiAnswers();
    lease.granted(now, Duration.ofSeconds(30));
    health.polled();
    health.apiIsSilent("nobody there");
    assertThat(status()).isEqualTo(Health.Status.DOWN);
    assertThat(health.report().trouble().orElse("")).contains("nobody there");
    health.apiAnswers();
    assertThat(status()).isEqualTo(Health.Status.UP);
  }

  @Test
  void a_backoff_grows_to_its_cap_and_is_never_quite_the_same() {
    Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10), new Random(1));
    assertThat(backoff.after(1)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
    assertThat(backoff.after(3)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(backoff.after(1_000_000)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    assertThat(backoff.after(9)).isNotEqualTo(backoff.after(9));
  }

  private Health.Status status() {
    return health.report().status();
  }

  private void pass(long seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }
}
