package io.tapgate.watcher;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.tapgate.watcher.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A watcher that may read and cannot is no better than one that is dead. */
class TakeOverTest {
  private static final Duration NOT_LONG = Duration.ofMillis(200);

  private final Stage cutOff = new Stage().tooLong(NOT_LONG);
  private final Stage healthy = new Stage().tooLong(NOT_LONG);
  private LeaseDoor lease;

  @BeforeEach
  void open() throws Exception {
    lease = new LeaseDoor();
    cutOff.with("API_URL", lease.url());
    healthy.with("API_URL", lease.url());
    cutOff.polls(1, ".*", aResponse().withStatus(502));
  }

  @AfterEach
  void close() throws Exception {
    cutOff.close();
    healthy.close();
    lease.close();
  }

  @Test
  void a_standby_that_can_read_takes_over_and_keeps_on_reading() throws Exception {
    Watcher blind = cutOff.start();
    eventually(() -> assertThat(cutOff.health().body()).contains("\"status\":\"DOWN\""));
    Watcher standby = healthy.start();

    eventually(() -> healthy.telegram.verify(healthy.polls()));
    eventually(() -> assertThat(cutOff.health().body()).contains("\"status\":\"STANDBY\""));
    eventually(() -> assertThat(granted(standby)).hasSizeGreaterThanOrEqualTo(2));
    long taken = granted(standby).getFirst().at();
    assertThat(granted(blind)).noneMatch(later -> later.at() - taken > 0);
    assertThat(lease.askedBy(blind))
        .as("it still asks, and would take over in its turn")
        .anyMatch(later -> later.at() - taken > 0);
  }

  @Test
  void alone_it_says_what_is_wrong_and_goes_on_trying_until_it_reads() throws Exception {
    Watcher alone = cutOff.start();

    eventually(() -> assertThat(granted(alone)).hasSize(2));
    LeaseDoor.Asked first = granted(alone).get(0);
    LeaseDoor.Asked second = granted(alone).get(1);
    assertThat(first.trouble()).isEmpty();
    assertThat(second.trouble()).contains("502");
    assertThat(Duration.ofNanos(second.at() - first.at()))
        .as("a standby would have had its turns")
        .isGreaterThan(LeaseDoor.SPAN);
    eventually(() -> assertThat(cutOff.health().body()).contains("\"status\":\"DOWN\""));

    cutOff.polls(1, ".*", aResponse().withFixedDelay(100).withBody(Stage.batch()));
    eventually(() -> assertThat(granted(alone)).hasSizeGreaterThanOrEqualTo(3));
    LeaseDoor.Asked third = granted(alone).get(2);
    assertThat(third.trouble()).isEmpty();
    assertThat(Duration.ofNanos(third.at() - second.at()))
        .as("renewed in time")
        .isLessThan(LeaseDoor.SPAN);
    eventually(() -> assertThat(cutOff.health().body()).contains("\"status\":\"UP\""));
  }

  private List<LeaseDoor.Asked> granted(Watcher watcher) {
    return lease.askedBy(watcher).stream().filter(LeaseDoor.Asked::reads).toList();
  }
}
