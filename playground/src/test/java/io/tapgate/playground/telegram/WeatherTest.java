package io.tapgate.playground.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WeatherTest extends TelegramTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Map<String, ?> HELLO = Map.of("chat_id", ALICE, "text", "hello");

  private static void cutOff(CompletableFuture<Bot.Reply> call) {
    assertThatThrownBy(() -> call.orTimeout(5, TimeUnit.SECONDS).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void switched_off_it_closes_connections_and_does_nothing() {
    telegram.off();

    cutOff(bot.later("sendMessage", HELLO));

    assertThat(telegram.view().chat(ALICE).messages()).isEmpty();
  }

  @Test
  void switching_it_off_cuts_the_long_poll_that_waits() {
    CompletableFuture<Bot.Reply> reader = bot.later("getUpdates", Map.of("timeout", 50));
    telegram.await(TelegramView::reading, SOON);

    telegram.off();
    telegram.on();

    cutOff(reader);
  }

  @Test
  void switched_on_again_it_answers() {
    telegram.off();
    telegram.on();

    assertThat(bot.call("sendMessage", HELLO).status()).isEqualTo(200);
  }

  @Test
  void silent_it_takes_the_call_and_never_answers() throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    telegram.listen(event -> {
      if (event instanceof TelegramEvent.BotCalled) {
        taken.countDown();
      }
    });
    telegram.silent();

    CompletableFuture<Bot.Reply> call = bot.later("sendMessage", HELLO);

    assertThat(taken.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(call).isNotDone();
    assertThat(telegram.view().chat(ALICE).messages()).isEmpty();
    telegram.on();
    cutOff(call);
    assertThat(telegram.view().chat(ALICE).messages()).isEmpty();
  }

  @Test
  void what_people_do_meanwhile_is_waiting_afterwards() {
    telegram.off();
    telegram.write(ALICE, ALICE, "anybody?");
    telegram.on();

    assertThat(bot.updates(0)).hasSize(1);
  }

  @Test
  void every_change_is_told_in_order() {
    List<String> heard = new CopyOnWriteArrayList<>();
    Runnable end = telegram.listen(event -> heard.add(event.getClass().getSimpleName()));
    int id = bot.ask(ALICE, "Is it you?", "It's me", "c:1");
    Press press = telegram.tap(ALICE, ALICE, id, "It's me");
    bot.call("answerCallbackQuery", Map.of("callback_query_id", press.id(), "text", "ok"));
    bot.call("deleteMessage", Map.of("chat_id", ALICE, "message_id", id));

    end.run();
    telegram.block(ALICE);

    assertThat(heard)
        .containsExactly(
            "BotCalled",
            "MessageSent",
            "ButtonPressed",
            "UpdateQueued",
            "BotCalled",
            "ToastShown",
            "PressAnswered",
            "BotCalled",
            "MessageDeleted");
  }

  @Test
  void waiting_in_vain_tells_what_there_is_instead() {
    bot.say(ALICE, "something else");

    assertThatThrownBy(
            () -> telegram.await(view -> !view.toasts().isEmpty(), Duration.ofMillis(50)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("something else");
  }

  @Test
  void a_listener_that_fails_harms_nobody() {
    telegram.listen(event -> {
      throw new IllegalStateException("broken on purpose");
    });

    assertThat(bot.call("sendMessage", HELLO).status()).isEqualTo(200);
  }
}
