package io.tapgate.chat.botapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.tapgate.chat.ChatTrouble;
import io.tapgate.chat.MessageId;
import io.tapgate.chat.Messenger;
import io.tapgate.chat.MessengerKit;
import io.tapgate.telegram.TelegramSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Bot API's own ways, behind a path prefix; the kit says the rest. */
class BotApiMessengerTest extends MessengerKit {
  private static final String TOKEN = "123456:AAH-secret_of_the_bot";
  private static final String BOT = "/tg/bot" + TOKEN;

  private static final MessageId EARLIER = new MessageId(41);

  private final WireMockServer telegram = new WireMockServer(options().dynamicPort());
  private final BotApiMessenger patient;
  private final BotApiMessenger hasty;
  private BotApiMessenger messenger;

  BotApiMessengerTest() {
    telegram.start();
    String url = telegram.baseUrl() + "/tg/";
    patient = messenger(url, "", Duration.ofSeconds(20));
    hasty = messenger(url, "", Duration.ofMillis(1500));
    messenger = patient;
  }

  @AfterEach
  void close() {
    patient.close();
    hasty.close();
    telegram.stop();
  }

  @Override
  protected Messenger messenger() {
    return messenger;
  }

  @Override
  protected Set<Weather> weathers() {
    return EnumSet.allOf(Weather.class);
  }

  @Override
  protected MessageId earlier() {
    return EARLIER;
  }

  @Override
  protected void weather(Weather weather) {
    messenger = patient;
    switch (weather) {
      case GOOD -> good(0);
      case BROKEN -> all(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
      case SLOW -> good(300);
      case DONE_WITHOUT_A_WORD, HUNG -> {
        messenger = hasty;
        all(aResponse().withFixedDelay(30_000));
      }
      case ANSWER_CUT -> all(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
      case FAILING -> all(no(500, "Internal Server Error"));
      case FOREIGN_PAGE -> all(aResponse().withStatus(502).withBody("<html>" + TOKEN));
      case TOO_FAST -> all(no(429, "Too Many Requests: retry after 7"));
      case BLOCKED -> all(no(403, "Forbidden: bot was blocked by the user"));
      case DEACTIVATED -> all(no(403, "Forbidden: user is deactivated"));
      case UNKNOWN_CHAT -> all(no(400, "Bad Request: chat not found"));
      case TOKEN_REFUSED -> all(no(401, "Unauthorized"));
    }
  }

  @Override
  protected void alreadySo() {
    all(
        no(
            400,
            "Bad Request: message is not modified: specified new message content and reply markup"
                + " are exactly the same as a current content and reply markup of the message"));
  }

  @Override
  protected void gone() {
    all(no(400, "Bad Request: message to edit not found"));
  }

  @Test
  void a_question_is_plain_text_with_one_row_of_coloured_buttons() {
    weather(Weather.GOOD);
    assertThat(messenger.send(ANN, QUESTION)).isEqualTo(new MessageId(55));
    telegram.verify(
        postRequestedFor(urlEqualTo(BOT + "/sendmessage"))
            .withRequestBody(matchingJsonPath("$.parse_mode", absent()))
            .withRequestBody(
                equalToJson(
                    """
                    {"chat_id":"7000000001","text":"Is it you? <b>& *not* bold</b>",
                     "link_preview_options":{"is_disabled":true},"protect_content":true,
                     "reply_markup":{"inline_keyboard":[[
                       {"text":"It's me","callback_data":"c:abc","style":"success"},
                       {"text":"Not me","callback_data":"r:abc","style":"danger"}]]}}\
                    """,
                    false,
                    true)));
  }

  @Test
  void a_note_may_be_passed_on_and_has_no_buttons() {
    weather(Weather.GOOD);
    MessageId _ = messenger.send(ANN, NOTE);
    telegram.verify(
        postRequestedFor(urlEqualTo(BOT + "/sendmessage"))
            .withRequestBody(matchingJsonPath("$.protect_content", absent()))
            .withRequestBody(matchingJsonPath("$.reply_markup", absent())));
  }

  @Test
  void a_changed_message_loses_the_buttons_its_letter_does_not_have() {
    weather(Weather.GOOD);
    messenger.edit(ANN, EARLIER, NOTE);
    messenger.takeButtons(ANN, EARLIER);
    telegram.verify(
        postRequestedFor(urlEqualTo(BOT + "/editmessagetext"))
            .withRequestBody(matchingJsonPath("$.message_id", equalTo("41")))
            .withRequestBody(matchingJsonPath("$.reply_markup", absent())));
    telegram.verify(
        postRequestedFor(urlEqualTo(BOT + "/editmessagereplymarkup"))
            .withRequestBody(matchingJsonPath("$.reply_markup", absent())));
  }

  @Test
  void a_server_without_colours_is_asked_once_and_then_gets_plain_buttons() {
    weather(Weather.GOOD);
    telegram.stubFor(
        post(urlEqualTo(BOT + "/sendmessage"))
            .atPriority(1)
            .withRequestBody(matchingJsonPath("$..style"))
            .willReturn(no(400, "Bad Request: invalid button style specified")));
    assertThat(messenger.send(ANN, QUESTION)).isEqualTo(new MessageId(55));
    assertThat(messenger.send(ANN, QUESTION)).isEqualTo(new MessageId(55));
    telegram.verify(3, postRequestedFor(urlEqualTo(BOT + "/sendmessage")));
  }

  @Test
  void what_telegram_adds_to_a_sent_message_does_not_unsend_it() {
    telegram.stubFor(
        post(urlEqualTo(BOT + "/sendmessage"))
            .willReturn(
                okJson(
                    """
                    {"ok":true,"result":{"message_id":56,"date":1790000000,
                     "chat":{"id":7000000001,"type":"private","is_forum":"perhaps"},
                     "from":"somebody","reply_markup":{"inline_keyboard":"of a new form"}}}\
                    """)));
    assertThat(messenger.send(ANN, QUESTION)).isEqualTo(new MessageId(56));
  }

  @Test
  void a_group_that_moved_is_refused_with_its_new_id() {
    all(no(400, "Bad Request: group chat was upgraded to a supergroup chat"));
    assertThat(trouble(Wish.SEND))
        .isInstanceOf(ChatTrouble.Refused.class)
        .hasMessageContaining("-1001234567890");
  }

  @Test
  void a_token_of_no_bot_is_a_refused_token_and_a_missing_method_is_not() {
    all(no(404, "Not Found"));
    assertThat(trouble(Wish.SEND)).isInstanceOf(ChatTrouble.TokenRefused.class);
    all(no(404, "Not Found: method not found"));
    assertThat(trouble(Wish.SEND)).isInstanceOf(ChatTrouble.Refused.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Wish.class,
      names = {"EDIT", "TAKE_BUTTONS"})
  void where_we_are_forbidden_nothing_is_changed_either(Wish wish) {
    weather(Weather.BLOCKED);
    assertThat(trouble(wish)).isInstanceOf(ChatTrouble.Refused.class);
  }

  @Test
  void a_message_that_cannot_be_changed_any_more_is_refused() {
    all(no(400, "Bad Request: message can't be edited"));
    assertThat(trouble(Wish.EDIT)).isInstanceOf(ChatTrouble.Refused.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Weather.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"GOOD", "SLOW", "DONE_WITHOUT_A_WORD"})
  void no_trouble_ever_shows_the_token(Weather weather) {
    weather(weather);
    StringWriter all = new StringWriter();
    trouble(Wish.SEND).printStackTrace(new PrintWriter(all));
    assertThat(all.toString()).doesNotContain("secret_of_the_bot");
  }

  @Test
  void broken_answers_are_silence() {
    for (String body : Stream.of("", "{}", "{\"ok\":1}", "[]", "null", "{\"ok\":true").toList()) {
      all(aResponse().withBody(body));
      assertThat(trouble(Wish.SEND)).as(body).isInstanceOf(ChatTrouble.Silent.class);
    }
  }

  @Test
  void many_at_once_do_not_wait_for_each_other() throws Exception {
    all(okJson(SENT).withFixedDelay(1000));
    Callable<MessageId> sending = () -> messenger.send(ANN, NOTE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      assertThat(threads.invokeAll(Collections.nCopies(20, sending)))
          .allSatisfy(sent -> assertThat(sent.get()).isEqualTo(new MessageId(55)));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void through_an_http_proxy_that_asks_for_a_password() {
    weather(Weather.GOOD);
    telegram.stubFor(
        any(anyUrl())
            .atPriority(1)
            .withHeader("Proxy-Authorization", absent())
            .willReturn(aResponse().withStatus(407).withHeader("Proxy-Authenticate", "Basic")));
    String proxy = "http://ann:p%40ss@127.0.0.1:" + telegram.port();
    try (BotApiMessenger behind =
        messenger("http://telegram.invalid/tg", proxy, Duration.ofSeconds(20))) {
      assertThat(behind.send(ANN, NOTE)).isEqualTo(new MessageId(55));
    }
    telegram.verify(
        postRequestedFor(urlEqualTo(BOT + "/sendmessage"))
            .withHeader("Host", equalTo("telegram.invalid"))
            .withHeader("Proxy-Authorization", equalTo("Basic YW5uOnBAc3M=")));
  }

  private static final String SENT =
      """
      {"ok":true,"result":{"message_id":55,"date":1790000000,
        "chat":{"id":7000000001,"type":"private","first_name":"Ann"},
        "from":{"id":9,"is_bot":true,"first_name":"gate"},"text":"…"}}\
      """;

  private void good(int delay) {
    all(okJson(SENT).withFixedDelay(delay));
    telegram.stubFor(
        post(urlEqualTo(BOT + "/getme"))
            .willReturn(
                okJson(
                    """
                    {"ok":true,"result":{"id":123456,"is_bot":true,"first_name":"Gate",
                      "username":"gate_bot","new_power":{}}}\
                    """)));
  }

  private void all(ResponseDefinitionBuilder answer) {
    telegram.resetMappings();
    telegram.stubFor(any(anyUrl()).willReturn(answer));
  }

  private static BotApiMessenger messenger(String url, String proxy, Duration limit) {
    return new BotApiMessenger(TelegramSettings.of(url, TOKEN, proxy), limit);
  }

  private static ResponseDefinitionBuilder no(int status, String words) {
    return aResponse()
        .withStatus(status)
        .withBody(
            """
            {"ok":false,"error_code":%d,"description":"%s",
             "parameters":{"retry_after":7,"migrate_to_chat_id":-1001234567890}}\
            """
                .formatted(status, words));
  }
}
