package io.tapgate.watcher;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static io.tapgate.watcher.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.telegram.TelegramSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One poll by itself. */
class TelegramTest {
  private static final Duration LONG = Duration.ofSeconds(25);
  private final Stage stage = new Stage();
  private final Telegram telegram =
      new Telegram(
          new OkHttpClient(),
          TelegramSettings.of(stage.telegram.baseUrl() + "/tg", Stage.TOKEN, null),
          new Reading());

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void a_poll_asks_for_the_kinds_we_understand() {
    telegram.poll(12, Duration.ofSeconds(20), LONG, () -> true);
    stage.telegram.verify(
        stage
            .polls()
            .withRequestBody(
                equalToJson(
                    """
                    {"offset":12,"timeout":20,
                     "allowed_updates":["message","callback_query","my_chat_member"]}\
                    """,
                    false,
                    true)));
  }

  @Test
  void whoever_takes_the_lease_away_ends_the_poll_under_way() throws Exception {
    stage.polls(1, "0", aResponse().withFixedDelay(20_000).withBody(Stage.batch()));
    CompletableFuture<Polled> poll =
        CompletableFuture.supplyAsync(() -> telegram.poll(0, LONG, LONG, () -> true));
    eventually(() -> stage.telegram.verify(stage.polls()));

    telegram.cancelPoll();
    assertThat(poll.get(5, TimeUnit.SECONDS)).isEqualTo(new Polled.Cancelled());
  }

  @Test
  void a_poll_that_is_not_allowed_any_more_is_not_made() {
    Polled polled = telegram.poll(0, LONG, LONG, () -> false);
    assertThat(polled).isEqualTo(new Polled.Cancelled());
    stage.telegram.verify(0, stage.polls());
  }

  @Test
  void a_telegram_that_never_answers_is_hung_up_on() {
    stage.polls(1, "0", aResponse().withFixedDelay(20_000).withBody(Stage.batch()));
    Polled polled = telegram.poll(0, LONG, Duration.ofMillis(200), () -> true);
    assertThat(polled).isEqualTo(new Polled.Silent("no answer in time"));
  }

  @Test
  void an_answer_that_breaks_off_is_no_answer() {
    String batch = Stage.batch(Updates.tap(7, 42, "c:abc"), Updates.tap(8, 42, "c:abc"));
    for (int end = 0; end < batch.length(); end += 61) {
      stage.polls(1, "0", aResponse().withBody(batch.substring(0, end)));
      assertThat(telegram.poll(0, LONG, LONG, () -> true)).isInstanceOf(Polled.Silent.class);
    }
  }
}
