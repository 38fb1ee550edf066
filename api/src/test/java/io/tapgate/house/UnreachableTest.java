package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.chat.Chats;
import io.tapgate.client.ChatId;
import io.tapgate.playground.router.Call;
import io.tapgate.playground.telegram.Message;
import io.tapgate.playground.telegram.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People whom Telegram does not let us write to. */
class UnreachableTest extends House {
  private static final Duration SOON = Duration.ofSeconds(15);

  @Autowired private Chats chats;

  @AfterEach
  void the_admin_reads_again() {
    telegram.unblock(ADMIN_CHAT);
    hears("unblocked", ADMIN_CHAT);
  }

  @Test
  void who_blocked_the_bot_is_told_of_to_the_admins_and_asked_once_they_let_it_in() {
    Client alice = somebody();
    telegram.block(alice.chat);
    alice.connects();
    Message told = adminsRead(alice, "does not let this bot write");
    assertThat(told.text()).contains(alice.name, "press Start");
    assertThat(alice.messages()).isEmpty();

    time.passes(Duration.ofMinutes(2));
    telegram.unblock(alice.chat);
    hears("unblocked", alice.chat);

    Message question = alice.question();
    assertThat(timeToAnswer(alice)).isCloseTo(TIMEOUT, Duration.ofSeconds(2));
    assertThat(alice.tapsItsMe(question).text("state")).isEqualTo("confirmed");
    alice.shows("Allowed since");
  }

  @Test
  void whom_telegram_does_not_know_is_asked_once_they_press_start() {
    Client alice = somebody();
    telegram.reach(alice.chat, Reach.NOT_FOUND);
    alice.connects();
    adminsRead(alice, "knows no chat of");

    telegram.reach(alice.chat, Reach.OPEN);
    alice.starts();

    assertThat(alice.question().text()).contains("Is it you?");
  }

  @Test
  void a_chat_that_goes_on_refusing_is_told_of_once_and_shows_in_the_figures() {
    Client alice = somebody();
    telegram.block(alice.chat);
    alice.connects(Call.of(alice.account(), alice.caller));
    adminsRead(alice, "does not let this bot write");
    alice.connects(Call.of(alice.account(), alice.caller));
    Awaitility.await().atMost(SOON).until(() -> refused(alice) == 2);

    assertThat(adminsMessages(alice)).hasSize(1);
    assertThat(figure("tapgate_chats_refusing")).isGreaterThanOrEqualTo(1);
    assertThat(figure("tapgate_telegram_refused_total{ground=\"chat-blocked\"}"))
        .isGreaterThanOrEqualTo(2);
    assertThat(figure("tapgate_telegram_failing")).isZero();
    assertThat(detail("clients whose chat refuses the bot")).isGreaterThanOrEqualTo(1);
  }

  private int detail(String name) {
    return doors
        .get("/actuator/health", ADMIN)
        .body()
        .at("/components/telegram/details/" + name)
        .asInt();
  }

  /** Between Telegram's no and its being written down somebody pressed Start. */
  @Test
  void a_no_from_before_somebody_pressed_start_does_not_stand() {
    Client alice = somebody();
    ChatId chat = new ChatId(alice.chat);
    Instant due = now();
    alice.starts();

    assertThat(chats.refuses(chat, due)).isEmpty();
    Optional<Instant> since = chats.refuses(chat, now());
    assertThat(since).isPresent();
    assertThat(chats.refuses(chat, now())).isEqualTo(since);
    alice.starts();
    assertThat(chats.refuses(chat, due)).isEmpty();
  }

  private Instant now() {
    return database
        .sql("select tapgate_now()")
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .single();
  }

  @Test
  void an_admin_s_chat_that_refuses_leads_to_no_word_about_itself() {
    assertThat(figure("tapgate_admin_chats_refusing")).isZero();
    telegram.block(ADMIN_CHAT);
    Client alice = somebody();
    telegram.block(alice.chat);
    alice.connects();
    Awaitility.await().atMost(SOON).until(() -> noticesOf(alice).equals(List.of("refused")));
    assertThat(figure("tapgate_admin_chats_refusing")).isEqualTo(1);
    assertThat(detail("admin chats that refuse the bot")).isEqualTo(1);
    hears("unblocked", ADMIN_CHAT);
    assertThat(figure("tapgate_admin_chats_refusing")).isZero();

    assertThat(
            database
                .sql("select count(*) from notice where kind like 'CHAT_%' and detail = :admin")
                .param("admin", Long.toString(ADMIN_CHAT))
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void who_was_over_before_they_could_be_asked_is_not_asked_afterwards() {
    Client alice = somebody();
    telegram.block(alice.chat);
    alice.connects();
    adminsRead(alice, "does not let this bot write");
    time.passes(TIMEOUT.multipliedBy(3));
    Awaitility.await().atMost(SOON).until(() -> router.view().sessionsOf(alice.name).isEmpty());

    telegram.unblock(alice.chat);
    hears("unblocked", alice.chat);
    alice.starts();

    alice.shows("The number of this chat is");
    assertThat(alice.messages()).noneMatch(message -> message.text().contains("Is it you?"));
  }

  private Message adminsRead(Client about, String words) {
    return telegram
        .await(view -> !adminsMessages(about).isEmpty(), SOON)
        .chat(ADMIN_CHAT)
        .messages()
        .stream()
        .filter(message -> message.text().contains(about.name + " (" + about.chat + ")"))
        .filter(message -> message.text().contains(words))
        .findFirst()
        .orElseThrow();
  }

  private static List<Message> adminsMessages(Client about) {
    return telegram.view().chat(ADMIN_CHAT).messages().stream()
        .filter(message -> message.text().contains(about.name + " (" + about.chat + ")"))
        .toList();
  }

  private void hears(String kind, long chat) {
    Map<String, Object> update = Map.of("kind", kind, "chat_id", chat, "language", "en");
    assertThat(doors.post("/watcher/update", WATCHER, update).status()).isEqualTo(200);
  }

  /** The phone may show the question a moment before it is written down as taken. */
  private Duration timeToAnswer(Client client) {
    return Awaitility.await()
        .atMost(SOON)
        .until(() -> given(client), given -> !given.isEmpty())
        .getFirst();
  }

  private List<Duration> given(Client client) {
    return database
        .sql(
            "select c.taken_at, c.deadline_at from connection c join client on client.id = client_id"
                + " where client.name = :name and c.taken_at is not null")
        .param("name", client.name)
        .query((row, _) -> {
          Instant taken = row.getTimestamp(1).toInstant();
          return Duration.between(taken, row.getTimestamp(2).toInstant());
        })
        .list();
  }

  private int refused(Client client) {
    return database
        .sql("select count(*) from question where chat_id = :chat and refused is not null")
        .param("chat", client.chat)
        .query(Integer.class)
        .single();
  }

  private List<String> noticesOf(Client client) {
    return database
        .sql(
            "select case when refused is null then 'owed' else 'refused' end from notice"
                + " where kind = 'CHAT_BLOCKED' and detail like :who")
        .param("who", client.name + " (%")
        .query((row, _) -> row.getString(1))
        .list();
  }

  private double figure(String name) {
    return doors
        .get("/actuator/prometheus", METRICS)
        .text("text")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .sum();
  }
}
