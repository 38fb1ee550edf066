package io.tapgate.chat;

import static io.tapgate.connection.ConnectionFixture.NOON;
import static io.tapgate.connection.ConnectionFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.chat.ChatTrouble.Refused.Ground;
import io.tapgate.client.BansInMemory;
import io.tapgate.client.ChatId;
import io.tapgate.client.ClientsInMemory;
import io.tapgate.connection.Allowance;
import io.tapgate.connection.Announced;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionFixture;
import io.tapgate.connection.ConnectionVerbs;
import io.tapgate.connection.ConnectionsInMemory;
import io.tapgate.driving.HeldFixture;
import io.tapgate.router.routeros.Eventually;
import io.tapgate.settings.Span;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TellingRoundsTest {
  private static final ChatId ALICE = new ChatId(42);
  private static final ChatId ADMIN = new ChatId(900);
  private static final ChatId BOB = new ChatId(43);
  private static final ChatId CAROL = new ChatId(44);
  private static final PaceSettings LIMITS =
      new PaceSettings(30, Duration.ofSeconds(1), Duration.ofSeconds(3));

  private final ClientsInMemory clients = new ClientsInMemory();
  private final ConnectionsInMemory connections = new ConnectionsInMemory();
  private final BansInMemory bans = new BansInMemory();
  private final QuestionsInMemory questions = new QuestionsInMemory();
  private final NoticesInMemory notices = new NoticesInMemory();
  private final MessengerInMemory messenger = new MessengerInMemory();
  private final Reachability reachability = new Reachability(new Announced());
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger wakes = new AtomicInteger();
  private final ConnectionVerbs verbs =
      new ConnectionVerbs(clients, bans, connections, new Announced());
  private Executor background = Thread::startVirtualThread;
  private final Pace pace = new Pace(LIMITS, now::get);
  private final TellingRounds rounds =
      new TellingRounds(
          questions,
          notices,
          telling(),
          new Refusing(
              questions,
              notices,
              new ChatsInMemory(),
              connections,
              clients,
              new ChatSettings(List.of(ADMIN), Locale.ENGLISH)),
          reachability,
          new Sounding(messenger, reachability, now::get, Runnable::run),
          pace,
          task -> background.execute(task),
          wakes::incrementAndGet);

  @Test
  void a_question_is_sent_with_its_buttons_and_the_time_to_answer_starts() {
    Connection asked = due(ALICE, connection(), Optional.empty());
    assertThat(told(1)).containsExactly("1 sent 1");
    assertThat(messenger.done()).containsExactly("send 42 2 buttons");
    assertThat(connections.taken()).containsExactly(asked.id());
  }

  @Test
  void a_message_is_changed_in_place_and_loses_its_buttons() {
    due(ALICE, connection().confirmed().enforced(), Optional.of(new MessageId(7)));
    assertThat(told(1)).containsExactly("1 shows ALLOWED");
    assertThat(messenger.done()).containsExactly("edit 42 7 0 buttons");
  }

  @Test
  void nothing_is_said_before_the_router_shows_it() {
    due(ALICE, connection().confirmed(), Optional.of(new MessageId(7)));
    assertThat(told(1)).containsExactly("1 settled");
    assertThat(messenger.done()).isEmpty();
  }

  @Test
  void what_was_over_before_it_was_asked_is_not_asked_any_more() {
    due(ALICE, connection().ended(), Optional.empty());
    assertThat(told(1)).containsExactly("1 shows ENDED_UNANSWERED");
    assertThat(messenger.done()).isEmpty();
  }

  @Test
  void one_thing_at_a_time_is_told_in_one_chat() {
    due(ALICE, connection().id(1), Optional.empty());
    due(ALICE, connection().id(2).on("10.9.0.6"), Optional.empty());
    CountDownLatch gate = messenger.hold(ALICE);
    round();
    round();
    gate.countDown();
    Eventually.holds(() -> wakes.get() == 1);
    round();
    assertThat(messenger.done()).hasSize(1);
    passes(Duration.ofSeconds(1));
    assertThat(told(2)).containsExactly("1 sent 1", "2 sent 2");
  }

  @Test
  void a_slow_chat_holds_up_nobody_else() {
    due(ALICE, connection().id(1), Optional.empty());
    CountDownLatch gate = messenger.hold(ALICE);
    round();
    due(BOB, connection().id(2).on("10.9.0.6"), Optional.empty());
    round();
    gate.countDown();
    Eventually.holds(() -> questions.became().size() == 2);
    assertThat(messenger.done())
        .containsExactlyInAnyOrder("send 42 2 buttons", "send 43 2 buttons");
  }

  @Test
  void a_send_without_an_answer_is_tried_again() {
    messenger.failsWith(ALICE, new ChatTrouble.Silent("no answer", null));
    due(ALICE, connection(), Optional.empty());
    assertThat(told(1)).containsExactly("1 put off PT1S to PT30S");
    assertThat(reachability.trouble()).containsInstanceOf(ChatTrouble.Silent.class);
  }

  @Test
  void while_nobody_answers_one_try_is_made_for_all_and_then_everybody_is_told() {
    for (int i = 1; i <= 40; i++) {
      ChatId chat = new ChatId(i);
      due(chat, connection().id(i).on("10.9.0." + i), Optional.empty());
      if (i <= 31) {
        messenger.failsWith(chat, new ChatTrouble.Silent("no answer", null));
      }
    }
    round();
    Eventually.holds(() -> wakes.get() == 30);
    round();
    assertThat(wakes).hasValue(30);
    passes(Duration.ofMillis(500));
    round();
    Eventually.holds(() -> wakes.get() == 31);
    round();
    assertThat(questions.became()).hasSize(31);
    passes(Duration.ofSeconds(1));
    round();
    Eventually.holds(() -> wakes.get() == 32);
    passes(Duration.ofSeconds(1));
    assertThat(told(40)).filteredOn(what -> what.contains("sent")).hasSize(9);
  }

  @Test
  void what_was_sent_and_could_not_be_written_down_is_not_sent_again() {
    due(ALICE, connection(), Optional.empty());
    questions.becomeReadOnly();
    round();
    Eventually.holds(() -> messenger.done().size() == 1 && !pace.quiet().busy().contains(ALICE));
    assertThat(wakes).as("nobody spins on it").hasValue(0);
    assertThat(questions.became()).isEmpty();

    questions.becomeWritable();
    passes(Duration.ofSeconds(1));
    assertThat(told(1)).containsExactly("1 sent 1");
    assertThat(messenger.done()).containsExactly("send 42 2 buttons");
  }

  @Test
  void a_message_refused_for_good_is_not_tried_again_and_says_nothing_of_the_others() {
    messenger.failsWith(
        ALICE, new ChatTrouble.Refused(Ground.CHAT_BLOCKED, "the bot was blocked by the user"));
    due(ALICE, connection(), Optional.empty());
    assertThat(told(1)).containsExactly("1 refused: the bot was blocked by the user");
    assertThat(notices.told()).containsExactly("900 CHAT_BLOCKED: 42");
    assertThat(reachability.trouble()).isEmpty();
  }

  @Test
  void a_token_refused_is_an_admins_trouble_until_a_message_gets_through() {
    messenger.failsWith(ALICE, new ChatTrouble.TokenRefused("unauthorized"));
    due(ALICE, connection(), Optional.empty());
    assertThat(told(1)).containsExactly("1 put off PT30S to PT30S");
    assertThat(reachability.trouble()).containsInstanceOf(ChatTrouble.TokenRefused.class);
    due(ALICE, connection(), Optional.empty());
    passes(Duration.ofSeconds(30));
    told(2);
    assertThat(reachability.trouble()).isEmpty();
  }

  @Test
  void too_fast_in_one_chat_means_a_pause_there_also_for_changes_and_nowhere_else() {
    isTooFast(ALICE, 1, Duration.ofSeconds(20));
    assertThat(told(1)).containsExactly("1 put off PT20S to PT20S");
    assertThat(reachability.trouble()).as("the others are told as ever").isEmpty();
    due(ALICE, connection().id(3).confirmed().enforced(), Optional.of(new MessageId(7)));
    due(BOB, connection().id(2).on("10.9.0.6"), Optional.empty());
    assertThat(told(2)).last().isEqualTo("2 sent 1");
    passes(Duration.ofSeconds(19));
    round();
    assertThat(pace.quiet().busy()).containsExactly(ALICE);
    assertThat(messenger.done()).containsExactly("send 43 2 buttons");
    passes(Duration.ofSeconds(1));
    assertThat(told(3)).last().isEqualTo("3 shows ALLOWED");
  }

  @Test
  void too_fast_in_two_chats_at_once_means_a_pause_for_everybody() {
    isTooFast(ALICE, 1, Duration.ofSeconds(20));
    assertThat(told(1)).containsExactly("1 put off PT20S to PT20S");
    isTooFast(BOB, 2, Duration.ofSeconds(5));
    assertThat(told(2)).last().isEqualTo("2 put off PT5S to PT5S");
    assertThat(reachability.trouble()).containsInstanceOf(ChatTrouble.SlowDown.class);
    due(CAROL, connection().id(3).on("10.9.0.7"), Optional.empty());
    passes(Duration.ofSeconds(4));
    round();
    assertThat(pace.quiet().busy()).containsExactlyInAnyOrder(ALICE, BOB);
    assertThat(messenger.done()).isEmpty();
    passes(Duration.ofSeconds(1));
    assertThat(told(3)).last().isEqualTo("3 sent 1");
    assertThat(reachability.trouble()).isEmpty();
  }

  @Test
  void what_needs_no_word_says_nothing_of_telegram() {
    messenger.failsWith(ALICE, new ChatTrouble.Silent("no answer", null));
    due(ALICE, connection(), Optional.empty());
    told(1);
    due(ALICE, connection().confirmed(), Optional.of(new MessageId(7)));
    passes(Duration.ofMillis(500));
    assertThat(told(2)).last().isEqualTo("1 settled");
    assertThat(reachability.trouble()).containsInstanceOf(ChatTrouble.Silent.class);
  }

  @Test
  void a_bot_that_is_dead_is_noticed_although_nobody_is_to_be_told_anything() {
    messenger.failsWith(MessengerInMemory.NOBODY, new ChatTrouble.TokenRefused("unauthorized"));
    passes(Duration.ofSeconds(30));
    round();
    assertThat(reachability.trouble()).containsInstanceOf(ChatTrouble.TokenRefused.class);
    passes(Duration.ofSeconds(30));
    round();
    assertThat(reachability.trouble()).isEmpty();
    assertThat(messenger.done()).containsExactly("who am I");
  }

  @Test
  void who_was_told_to_be_silent_asks_nothing_either() {
    pace.pause(Duration.ofSeconds(60));
    passes(Duration.ofSeconds(59));
    round();
    assertThat(messenger.done()).isEmpty();
    passes(Duration.ofSeconds(1));
    round();
    assertThat(messenger.done()).containsExactly("who am I");
  }

  @Test
  void nothing_is_told_under_a_claim_that_ran_out() {
    due(ALICE, connection(), Optional.empty());
    rounds.drive(HeldFixture.runOut("bot"));
    Eventually.holds(() -> wakes.get() == 1);
    assertThat(messenger.done()).isEmpty();
    assertThat(questions.became()).isEmpty();
  }

  @Test
  void a_word_that_cannot_be_begun_leaves_its_chat_free() {
    due(ALICE, connection(), Optional.empty());
    background =
        _ -> {
          throw new RejectedExecutionException("no more threads");
        };
    assertThatThrownBy(this::round).isInstanceOf(RejectedExecutionException.class);
    assertThat(messenger.done()).isEmpty();

    background = Thread::startVirtualThread;
    passes(Duration.ofSeconds(1));
    assertThat(told(1)).containsExactly("1 sent 1");
  }

  /** What is due there is told too fast. */
  private void isTooFast(ChatId chat, long id, Duration pause) {
    due(chat, connection().id(id).on("10.9.0." + id), Optional.empty());
    messenger.failsWith(chat, new ChatTrouble.SlowDown("too fast", pause));
  }

  private Connection due(ChatId chat, ConnectionFixture about, Optional<MessageId> message) {
    Connection row = connections.put(about.build());
    questions.put(
        new Question(row.id(), chat, Token.fresh(), message, message.map(_ -> Face.ASKING), NOON));
    return row;
  }

  /** After as many rounds as it takes. */
  private List<String> told(int times) {
    Eventually.holds(() -> {
      round();
      return questions.became().size() == times && wakes.get() >= times;
    });
    return questions.became();
  }

  private void passes(Duration span) {
    now.addAndGet(span.toNanos());
  }

  private void round() {
    rounds.drive(HeldFixture.held("bot"));
  }

  private Telling telling() {
    Writing writing =
        new Writing(
            connections,
            clients,
            bans,
            _ -> "office",
            new Languages(new ChatsInMemory(), new ChatSettings(List.of(), Locale.ENGLISH)),
            _ -> new Allowance(Duration.ofMinutes(5), 3, Span.parse("1h")));
    Taking taking = new Taking(questions, notices, verbs.clock());
    return new Telling(questions, notices, connections, taking, messenger, writing);
  }
}
