package io.tapgate.playground.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PollingTest extends TelegramTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private JsonNode poll(Map<String, ?> parameters) {
    // A reader that repeats itself within three seconds is slowed down; see the test of that.
    clock.pass(Duration.ofSeconds(4));
    return bot.call("getUpdates", parameters).result();
  }

  private CompletableFuture<Bot.Reply> waitingReader(Map<String, ?> parameters) {
    CompletableFuture<Bot.Reply> reader = bot.later("getUpdates", parameters);
    telegram.await(TelegramView::reading, SOON);
    return reader;
  }

  @Test
  void what_a_person_writes_is_an_update() {
    telegram.write(BORIS, BORIS, "/start abc");

    JsonNode message = poll(Map.of()).path(0).path("message");
    assertThat(message.path("text").asString()).isEqualTo("/start abc");
    assertThat(message.path("from").path("language_code").asString()).isEqualTo("ru");
    assertThat(message.path("entities").path(0).path("type").asString()).isEqualTo("bot_command");
    assertThat(message.path("entities").path(0).path("length").asInt()).isEqualTo(6);
  }

  @Test
  void updates_come_again_until_a_higher_offset_confirms_them() {
    telegram.write(ALICE, ALICE, "one");
    telegram.write(ALICE, ALICE, "two");
    JsonNode both = poll(Map.of());
    int first = both.path(0).path("update_id").asInt();
    assertThat(both).hasSize(2);
    assertThat(both.path(1).path("update_id").asInt()).isEqualTo(first + 1);

    assertThat(poll(Map.of())).hasSize(2);
    assertThat(poll(Map.of("offset", first + 1))).hasSize(1);
    assertThat(poll(Map.of("offset", 0)).path(0).path("message").path("text").asString())
        .isEqualTo("two");
    assertThat(poll(Map.of("offset", first + 2))).isEmpty();
    assertThat(telegram.view().unread()).isZero();
  }

  @Test
  void a_limit_cuts_and_a_negative_offset_reads_from_the_end() {
    telegram.write(ALICE, ALICE, "one");
    telegram.write(ALICE, ALICE, "two");
    telegram.write(ALICE, ALICE, "three");

    assertThat(poll(Map.of("limit", 2))).hasSize(2);
    JsonNode last = poll(Map.of("offset", -1));
    assertThat(last).hasSize(1);
    assertThat(last.path(0).path("message").path("text").asString()).isEqualTo("three");
    assertThat(telegram.view().unread()).isEqualTo(1);
  }

  @Test
  void a_long_poll_is_answered_the_moment_something_happens() {
    CompletableFuture<Bot.Reply> reader = waitingReader(Map.of("timeout", 50));
    assertThat(reader).isNotDone();

    telegram.write(ALICE, ALICE, "wake up");

    assertThat(reader.orTimeout(5, TimeUnit.SECONDS).join().result()).hasSize(1);
  }

  @Test
  void a_long_poll_ends_empty_when_its_time_is_over() {
    long begun = System.nanoTime();

    assertThat(poll(Map.of("timeout", 1))).isEmpty();

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(950));
  }

  @Test
  void a_second_reader_ends_the_first() {
    CompletableFuture<Bot.Reply> older = waitingReader(Map.of("timeout", 50));
    CompletableFuture<Bot.Reply> newer = bot.later("getUpdates", Map.of("timeout", 50));

    Bot.Reply conflict = older.join();
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.description())
        .isEqualTo(
            "Conflict: terminated by other getUpdates request; make sure that only one bot"
                + " instance is running");

    telegram.await(TelegramView::reading, SOON);
    telegram.write(ALICE, ALICE, "for the newer one");
    assertThat(newer.join().result()).hasSize(1);
  }

  @Test
  void kinds_that_were_not_asked_for_are_not_kept_and_saying_nothing_changes_nothing() {
    poll(Map.of("allowed_updates", List.of("callback_query")));
    telegram.write(ALICE, ALICE, "unheard");
    poll(Map.of());
    telegram.write(ALICE, ALICE, "unheard too");
    assertThat(poll(Map.of())).isEmpty();

    poll(Map.of("allowed_updates", List.of()));
    telegram.write(ALICE, ALICE, "heard");
    assertThat(poll(Map.of())).hasSize(1);
  }

  @Test
  void blocking_the_bot_is_told_to_it() {
    telegram.block(ALICE);

    JsonNode change = poll(Map.of()).path(0).path("my_chat_member");
    assertThat(change.path("chat").path("id").asLong()).isEqualTo(ALICE);
    assertThat(change.path("old_chat_member").path("status").asString()).isEqualTo("member");
    assertThat(change.path("new_chat_member").path("status").asString()).isEqualTo("kicked");
  }

  @Test
  void in_a_group_the_bot_hears_commands_alone() {
    telegram.write(ALICE, OFFICE, "just talking");
    telegram.write(ALICE, OFFICE, "/id");

    JsonNode updates = poll(Map.of());
    assertThat(updates).hasSize(1);
    assertThat(updates.path(0).path("message").path("text").asString()).isEqualTo("/id");
  }

  @Test
  void a_reader_that_repeats_itself_at_once_gets_one_update_only() {
    telegram.write(ALICE, ALICE, "one");
    telegram.write(ALICE, ALICE, "two");
    poll(Map.of());

    assertThat(bot.updates(0)).hasSize(1);
  }

  @Test
  void pending_updates_can_be_dropped_with_the_webhook() {
    telegram.write(ALICE, ALICE, "one");

    bot.call("deleteWebhook", Map.of("drop_pending_updates", true)).result();

    assertThat(poll(Map.of())).isEmpty();
  }

  @Test
  void numbers_of_updates_go_on_rising_after_a_restart() {
    telegram.write(ALICE, ALICE, "before");
    int before = poll(Map.of()).path(0).path("update_id").asInt();
    try (PretendTelegram next =
        PretendTelegram.start(
            TelegramSettings.of(TOKEN).clock(clock).people(new Person(ALICE, "Alice", "en")))) {
      next.write(ALICE, ALICE, "after");
      JsonNode update = new Bot(next, TOKEN).updates(before + 1).path(0);
      assertThat(update.path("message").path("text").asString()).isEqualTo("after");
    }
  }
}
