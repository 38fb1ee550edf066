package io.tapgate.watcher;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static io.tapgate.watcher.Eventually.eventually;
import static io.tapgate.watcher.Stage.answer;
import static io.tapgate.watcher.Updates.tap;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only the holder reads, and never longer than the lease. */
class LeaseTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void a_standby_reads_nothing_and_takes_over_when_it_may() throws Exception {
    stage.lease("{\"read\":false}");
    stage.start();
    eventually(() -> stage.api.verify(moreThanOrExactly(3), stage.knocks("watcher/lease")));
    stage.telegram.verify(0, stage.polls());
    assertThat(stage.health().statusCode()).isEqualTo(200);
    assertThat(stage.health().body()).contains("\"status\":\"STANDBY\"", "\"reads\":false");

    stage.lease("{\"read\":true,\"seconds\":30}");
    stage.readOnBehind(0);
    eventually(() -> assertThat(stage.health().body()).contains("\"status\":\"UP\""));
  }

  @Test
  void without_an_api_nobody_reads_and_the_health_says_so() throws Exception {
    stage.door("watcher/lease", aResponse().withStatus(401));
    stage.start();
    eventually(() -> assertThat(stage.health().body()).contains("WATCHER_TOKEN"));
    assertThat(stage.health().statusCode()).isEqualTo(503);
    stage.telegram.verify(0, stage.polls());
  }

  @Test
  void a_poll_ends_before_the_lease() throws Exception {
    stage.lease("{\"read\":true,\"seconds\":9}");
    stage.start();
    eventually(() -> stage.telegram.verify(moreThanOrExactly(2), stage.polls()));
    assertThat(stage.telegram.getAllServeEvents())
        .extracting(LeaseTest::timeout)
        .allSatisfy(seconds -> assertThat(seconds).isBetween(1, 6));
  }

  @Test
  void a_moment_counts_by_the_distance_from_the_senders_own_clock() throws Exception {
    stage.door(
        "watcher/lease",
        aResponse()
            .withHeader("Date", "Sat, 21 Nov 2026 10:00:00 GMT")
            .withBody("{\"read\":true,\"until\":\"2026-11-21T10:00:10Z\"}"));
    stage.start();
    eventually(() -> stage.telegram.verify(stage.polls()));
    assertThat(stage.telegram.getAllServeEvents())
        .extracting(LeaseTest::timeout)
        .allSatisfy(seconds -> assertThat(seconds).isBetween(1, 6));
  }

  @ParameterizedTest
  @CsvSource({"30, 25", "28, 25", "27.5, 24", "10, 7", "4, 1", "3.9, 0", "0, 0", "-5, 0"})
  void how_long_a_poll_may_be(double remaining, long wait) {
    Duration span = Duration.ofMillis((long) (remaining * 1000));
    assertThat(Watching.wait(span).orElse(Duration.ZERO)).isEqualTo(Duration.ofSeconds(wait));
  }

  @Test
  void a_lease_counts_from_the_asking_and_ends_by_itself() {
    AtomicLong now = new AtomicLong(-5);
    Lease lease = new Lease(now::get);
    assertThat(lease.isHeld()).isFalse();
    lease.granted(now.get(), Duration.ofSeconds(10));
    now.addAndGet(Duration.ofSeconds(4).toNanos());
    assertThat(lease.remaining()).isEqualTo(Duration.ofSeconds(6));
    lease.granted(now.get(), Duration.ofSeconds(10));
    now.addAndGet(Duration.ofSeconds(9).toNanos());
    assertThat(lease.heldFor()).isEqualTo(Duration.ofSeconds(13));
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(lease.isHeld()).isFalse();
    assertThat(lease.heldFor()).isZero();
  }

  @Test
  void when_the_lease_goes_what_is_unanswered_stays_unread_and_is_read_again() throws Exception {
    stage.lease("{\"read\":true,\"seconds\":6}");
    stage.door("client/reject", answer(503, ""));
    stage.happened(tap(7, 1, "c:abc"), tap(8, 2, "r:abc"), tap(9, 3, "c:abc"));
    stage.start();
    eventually(() -> stage.api.verify(2, stage.knocks("client/confirm")));
    eventually(() -> stage.api.verify(moreThanOrExactly(2), stage.knocks("client/reject")));

    stage.lease("{\"read\":false}");
    stage.polls(1, "8", aResponse().withBody(Stage.batch(tap(8, 2, "r:abc"), tap(9, 3, "c:abc"))));
    eventually(() -> assertThat(stage.health().body()).contains("STANDBY"));
    stage.telegram.verify(0, stage.poll(8));

    stage.door("client/reject", answer(200, "Dropped"));
    stage.lease("{\"read\":true,\"seconds\":30}");
    eventually(() -> stage.telegram.verify(stage.toast("press-8", "Dropped")));
    stage.readOnBehind(10);
  }

  @Test
  void when_the_lease_goes_the_poll_under_way_ends_and_does_not_run_on_to_its_limit()
      throws Exception {
    stage.lease("{\"read\":true,\"seconds\":24}");
    stage.polls(1, "0", aResponse().withFixedDelay(20_000).withBody(Stage.batch()));
    stage.start();
    eventually(() -> stage.telegram.verify(1, stage.polls()));
    long start = System.nanoTime();

    stage.lease("{\"read\":false}");
    eventually(() -> assertThat(stage.health().body()).contains("STANDBY"));
    stage.lease("{\"read\":true,\"seconds\":24}");
    eventually(() -> stage.telegram.verify(2, stage.polls()));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }

  private static int timeout(ServeEvent event) {
    String body = event.getRequest().getBodyAsString();
    return Integer.parseInt(body.replaceAll("(?s).*\"timeout\":(\\d+).*", "$1"));
  }
}
