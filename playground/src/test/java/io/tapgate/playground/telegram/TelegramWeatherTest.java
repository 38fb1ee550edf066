package io.tapgate.playground.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.telegram.TelegramWeather.Cut;
import io.tapgate.playground.telegram.TelegramWeather.Failing;
import io.tapgate.playground.telegram.TelegramWeather.Fine;
import io.tapgate.playground.telegram.TelegramWeather.Flooded;
import io.tapgate.playground.telegram.TelegramWeather.Late;
import io.tapgate.playground.telegram.TelegramWeather.Mute;
import io.tapgate.playground.telegram.TelegramWeather.Slow;
import io.tapgate.playground.telegram.TelegramWeather.Strict;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Each further kind of trouble; the first three are in {@link WeatherTest}. */
@Timeout(30)
class TelegramWeatherTest extends TelegramTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Map<String, ?> HELLO = Map.of("chat_id", ALICE, "text", "hello");

  private Bot.Reply send(long chat, String text) {
    return bot.call("sendMessage", Map.of("chat_id", chat, "text", text));
  }

  private static void breaks(CompletableFuture<Bot.Reply> call) {
    Assertions.assertThatThrownBy(call::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  private void awaitHello() {
    telegram.await(view -> view.chat(ALICE).messages().size() == 1, SOON);
  }

  private List<String> texts(Map<String, ?> poll) {
    List<String> texts = new ArrayList<>();
    bot.call("getUpdates", poll)
        .result()
        .forEach(update -> texts.add(update.path("message").path("text").asString()));
    return texts;
  }

  @Test
  void off_closes_the_port_and_on_opens_the_same_again() throws IOException {
    int port = telegram.port();
    telegram.off();

    Assertions.assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);

    telegram.on();
    assertThat(telegram.port()).isEqualTo(port);
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }

  @Test
  void mute_carries_out_and_never_answers() {
    telegram.weather(new Mute());
    CompletableFuture<Bot.Reply> call = bot.later("sendMessage", HELLO);

    awaitHello();
    assertThat(call).isNotDone();
    telegram.on();
    breaks(call);
    assertThat(telegram.view().chat(ALICE).messages()).hasSize(1);
  }

  @Test
  void cut_carries_out_and_breaks_off_in_the_answer() {
    telegram.weather(new Cut());

    breaks(bot.later("sendMessage", HELLO));

    awaitHello();
  }

  @Test
  void slow_carries_out_at_once_and_answers_everybody_after_the_one_delay() throws Exception {
    telegram.weather(new Slow(Duration.ofSeconds(3)));
    List<CompletableFuture<Bot.Reply>> calls =
        IntStream.range(0, 20).mapToObj(_ -> bot.later("sendMessage", HELLO)).toList();
    telegram.await(view -> view.chat(ALICE).messages().size() == 20, SOON);
    clock.awaitSleepers(20);
    assertThat(calls).noneMatch(CompletableFuture::isDone);

    clock.pass(Duration.ofSeconds(3));

    assertThat(calls).allSatisfy(call -> assertThat(call.join().status()).isEqualTo(200));
  }

  @Test
  void failing_says_so_in_telegrams_form_and_does_nothing() {
    telegram.weather(new Failing());

    Bot.Reply reply = send(ALICE, "hello");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.description()).isEqualTo("Internal Server Error");
    assertThat(telegram.view().chat(ALICE).messages()).isEmpty();
  }

  @Test
  void failing_ends_the_long_poll_that_waits() {
    CompletableFuture<Bot.Reply> reader = bot.later("getUpdates", Map.of("timeout", 50));
    telegram.await(TelegramView::reading, SOON);

    telegram.weather(new Failing());

    assertThat(reader.join().status()).isEqualTo(500);
  }

  @Test
  void a_proxy_fails_with_a_page_of_its_own() throws Exception {
    telegram.weather(new Failing(502));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(telegram.url() + "/bot" + TOKEN + "/getMe")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> page = http.send(request, HttpResponse.BodyHandlers.ofString());

      assertThat(page.statusCode()).isEqualTo(502);
      assertThat(page.headers().firstValue("Content-Type")).contains("text/html");
      assertThat(page.body()).contains("<h1>502</h1>");
    }
  }

  @Test
  void flooded_tells_how_long_is_left_and_counts_who_does_not_wait() {
    telegram.weather(new Flooded(Duration.ofMillis(9500)));

    Bot.Reply first = send(ALICE, "one");
    assertThat(first.status()).isEqualTo(429);
    assertThat(first.description()).isEqualTo("Too Many Requests: retry after 10");
    assertThat(first.body().path("parameters").path("retry_after").asInt()).isEqualTo(10);
    assertThat(telegram.tooEarly()).isEmpty();

    clock.pass(Duration.ofSeconds(4));
    assertThat(send(BORIS, "two").body().path("parameters").path("retry_after").asInt())
        .isEqualTo(6);
    assertThat(telegram.tooEarly()).extracting(Call::text).containsExactly("two");
    assertThat(telegram.view().tooEarly()).isEqualTo(1);
    assertThat(bot.call("getMe", Map.of()).status()).isEqualTo(200);

    clock.pass(Duration.ofSeconds(6));
    assertThat(send(ALICE, "three").status()).isEqualTo(200);
    assertThat(telegram.tooEarly()).hasSize(1);
    assertThat(telegram.view().chat(ALICE).messages()).hasSize(1);
  }

  @Test
  void strict_lets_one_a_second_into_a_chat() {
    telegram.weather(new Strict());
    assertThat(send(ALICE, "one").status()).isEqualTo(200);

    clock.pass(Duration.ofMillis(949));
    assertThat(send(ALICE, "two").description()).isEqualTo("Too Many Requests: retry after 1");
    assertThat(send(BORIS, "to another chat").status()).isEqualTo(200);

    clock.pass(Duration.ofMillis(999));
    assertThat(send(ALICE, "two, before it was told").status()).isEqualTo(429);
    assertThat(telegram.tooEarly()).hasSize(1);
    clock.pass(Duration.ofMillis(1));
    assertThat(send(ALICE, "two, in time").status()).isEqualTo(200);
    assertThat(telegram.tooEarly()).hasSize(1);
  }

  @Test
  void strict_does_not_mind_one_each_second() {
    telegram.weather(new Strict());
    for (int second = 0; second < 5; second++) {
      assertThat(send(ALICE, "at " + second).status()).isEqualTo(200);
      clock.pass(Duration.ofMillis(960));
    }
  }

  @Test
  void strict_counts_an_edit_as_a_message_and_a_toast_as_none() {
    telegram.weather(new Strict());
    int id = bot.ask(ALICE, "Is it you?", "It's me", "c:1");
    Press press = telegram.tap(ALICE, ALICE, id, "It's me");

    Map<String, ?> edit = Map.of("chat_id", ALICE, "message_id", id, "text", "Allowed.");
    assertThat(bot.call("editMessageText", edit).status()).isEqualTo(429);
    assertThat(
            bot.call("answerCallbackQuery", Map.of("callback_query_id", press.id(), "text", "ok"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void strict_lets_thirty_a_second_through_in_all() {
    for (int i = 0; i < 40; i++) {
      telegram.join(new Person(100 + i, "P" + i, "en"));
    }
    telegram.weather(new Strict());

    List<Integer> answers =
        IntStream.range(0, 40).mapToObj(i -> send(100 + i, "hi").status()).toList();

    assertThat(answers.subList(0, 30)).containsOnly(200);
    assertThat(answers.subList(30, 40)).containsOnly(429);
    assertThat(telegram.tooEarly()).hasSize(9);
    clock.pass(Duration.ofSeconds(1));
    assertThat(send(130, "hi").status()).isEqualTo(200);
  }

  @Test
  void late_updates_come_when_they_come() throws Exception {
    telegram.weather(new Late(Duration.ofSeconds(10)));
    telegram.write(ALICE, ALICE, "first");
    clock.awaitSleepers(1);
    assertThat(texts(Map.of())).isEmpty();
    CompletableFuture<Bot.Reply> reader = bot.later("getUpdates", Map.of("timeout", 50));
    telegram.await(TelegramView::reading, SOON);

    clock.pass(Duration.ofSeconds(10));

    assertThat(reader.join().result()).hasSize(1);
    assertThat(bot.updates(0)).as("not confirmed yet").hasSize(1);
  }

  @Test
  void an_update_that_was_overtaken_comes_with_its_lower_number_after_all() throws Exception {
    telegram.weather(new Late(Duration.ofSeconds(10), 2));
    telegram.write(ALICE, ALICE, "first");
    telegram.write(ALICE, ALICE, "second");
    clock.awaitSleepers(1);
    JsonNode second = bot.updates(0);
    assertThat(second).hasSize(1);
    int offset = second.path(0).path("update_id").asInt() + 1;
    telegram.weather(new Fine());
    telegram.write(ALICE, ALICE, "third");

    clock.pass(Duration.ofSeconds(10));
    telegram.await(view -> view.unread() == 3, SOON);

    assertThat(texts(Map.of("offset", offset))).containsExactly("third", "first");
    assertThat(texts(Map.of("offset", offset + 1))).isEmpty();
  }

  @Test
  void an_update_comes_again_though_it_was_confirmed() {
    telegram.write(ALICE, ALICE, "first");
    telegram.write(ALICE, ALICE, "second");
    JsonNode both = bot.updates(0);
    int last = both.path(1).path("update_id").asInt();
    assertThat(bot.updates(last + 1)).isEmpty();

    assertThat(telegram.again(1)).isEqualTo(1);

    JsonNode again = bot.updates(last + 2);
    assertThat(again).hasSize(1);
    assertThat(again.path(0)).isEqualTo(both.path(1));
    assertThat(bot.updates(last + 3)).isEmpty();
    assertThat(telegram.again(9)).isEqualTo(2);
  }

  @Test
  void a_chat_that_is_not_there_takes_neither_message_nor_edit_and_others_do() {
    int id = bot.say(ALICE, "hello");
    telegram.reach(ALICE, Reach.NOT_FOUND);

    assertThat(send(ALICE, "again").description()).isEqualTo("Bad Request: chat not found");
    Map<String, ?> edit = Map.of("chat_id", ALICE, "message_id", id, "text", "x");
    assertThat(bot.call("editMessageText", edit).status()).isEqualTo(400);
    assertThat(send(BORIS, "hello").status()).isEqualTo(200);
    telegram.reach(ALICE, Reach.OPEN);
    assertThat(send(ALICE, "again").status()).isEqualTo(200);
    assertThat(bot.updates(0)).isEmpty();
  }

  @Test
  void a_deactivated_person_is_told_from_one_who_blocked_the_bot() {
    telegram.reach(ALICE, Reach.DEACTIVATED);
    assertThat(send(ALICE, "hello").description()).isEqualTo("Forbidden: user is deactivated");

    telegram.reach(ALICE, Reach.BLOCKED);
    assertThat(send(ALICE, "hello").description())
        .isEqualTo("Forbidden: bot was blocked by the user");
    assertThat(telegram.view().blockedBy()).containsExactly(ALICE);
    assertThat(bot.updates(0).path(0).path("my_chat_member").path("new_chat_member").path("status"))
        .hasToString("\"kicked\"");
  }
}
