package io.tapgate.watcher;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.tapgate.watcher.Eventually.eventually;
import static io.tapgate.watcher.Stage.answer;
import static io.tapgate.watcher.Updates.tap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of a watcher. */
class StopTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void a_long_poll_is_cut_at_once() throws Exception {
    stage.polls(1, "0", aResponse().withFixedDelay(20_000).withBody(Stage.batch()));
    Watcher watcher = stage.start();
    eventually(() -> stage.telegram.verify(stage.polls()));

    // What is in hand has five seconds to finish; a poll left alone would go on for twenty.
    watcher.stop();
    assertThat(stage.isOverWithin(Duration.ofSeconds(10))).isTrue();
    assertThatThrownBy(
            () -> new Socket(InetAddress.getLoopbackAddress(), watcher.healthPort()).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void what_is_in_hand_is_finished_first() throws Exception {
    stage.door("client/confirm", answer(200, "Allowed").withFixedDelay(1500));
    stage.happened(tap(7, 42, "c:abc"));
    Watcher watcher = stage.start();
    eventually(() -> stage.api.verify(stage.knocks("client/confirm")));

    watcher.stop();
    stage.telegram.verify(1, stage.toast("press-7", "Allowed"));
    stage.telegram.verify(0, stage.poll(8));
  }
}
