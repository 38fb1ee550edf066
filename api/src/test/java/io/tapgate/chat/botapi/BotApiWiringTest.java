package io.tapgate.chat.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tapgate.settings.AsWritten;
import io.tapgate.telegram.TelegramSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The api's three settings are those of the way to Telegram, in its own words. */
class BotApiWiringTest {

  @Test
  void what_is_not_written_is_what_it_is_everywhere() {
    assertThat(bound(Map.of("TELEGRAM_TOKEN", "12:ab")))
        .isEqualTo(TelegramSettings.of(null, "12:ab", null));
  }

  @Test
  void what_is_written_arrives_in_its_place() {
    String server = "https://tg/prefix";
    String proxy = "socks5://proxy:1080";
    assertThat(
            bound(
                Map.of(
                    "TELEGRAM_TOKEN", "12:ab",
                    "TELEGRAM_API_URL", server,
                    "TELEGRAM_PROXY", proxy)))
        .isEqualTo(TelegramSettings.of(server, "12:ab", proxy));
  }

  @Test
  void a_refused_start_says_a_line_for_each() {
    AsWritten wrong = AsWritten.with(Map.of("TELEGRAM_API_URL", "tg", "TELEGRAM_PROXY", "x"));
    Throwable refusal = catchThrowable(() -> wrong.bind(BotApiWiring.Written.class));

    assertThat(wrong.complaint(refusal).lines())
        .containsExactlyElementsOf(TelegramSettings.problems("tg", null, "x"));
  }

  private static TelegramSettings bound(Map<String, String> written) {
    return AsWritten.with(written).bind(BotApiWiring.Written.class).settings();
  }
}
