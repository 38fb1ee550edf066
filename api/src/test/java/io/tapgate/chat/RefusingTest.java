package io.tapgate.chat;

import static io.tapgate.connection.ConnectionFixture.NOON;
import static io.tapgate.connection.ConnectionFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.chat.ChatTrouble.Refused;
import io.tapgate.chat.ChatTrouble.Refused.Ground;
import io.tapgate.client.ChatId;
import io.tapgate.client.ClientsInMemory;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionsInMemory;
import io.tapgate.driving.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusingTest {
  private static final ChatId ALICE = new ChatId(42);
  private static final ChatId ANN = new ChatId(900);
  private static final ChatId BEN = new ChatId(901);
  private static final Claim CLAIM = new Claim("bot", "here", 1);
  private final Refused blocked = new Refused(Ground.CHAT_BLOCKED, "blocked by the user");
  private final Refused unknown = new Refused(Ground.CHAT_UNKNOWN, "chat not found");
  private final Refused tooLong = new Refused(Ground.MESSAGE, "message is too long");

  private final ClientsInMemory clients = new ClientsInMemory();
  private final ConnectionsInMemory connections = new ConnectionsInMemory();
  private final QuestionsInMemory questions = new QuestionsInMemory();
  private final NoticesInMemory notices = new NoticesInMemory();
  private final ChatsInMemory chats = new ChatsInMemory();
  private final Refusing refusing = refusing(ANN, BEN);
  private final Connection connection =
      connections.put(connection().of(clients.meet("alice", 42).id().value()).build());

  @Test
  void a_question_to_somebody_who_blocked_the_bot_is_told_to_every_admin() {
    refusing.refused(question(NOON), blocked, CLAIM);
    assertThat(notices.told())
        .containsExactly("900 CHAT_BLOCKED: alice (42)", "901 CHAT_BLOCKED: alice (42)");
    assertThat(questions.became()).containsExactly("1 refused: blocked by the user");
    assertThat(chats.refusing()).isEqualTo(1);
  }

  @Test
  void a_chat_that_nobody_knows_is_told_as_what_it_is() {
    refusing.refused(question(NOON), unknown, CLAIM);
    assertThat(notices.told()).first().isEqualTo("900 CHAT_UNKNOWN: alice (42)");
  }

  @Test
  void a_chat_that_goes_on_refusing_is_told_of_once() {
    refusing.refused(question(NOON), blocked, CLAIM);
    refusing.refused(question(NOON.plusSeconds(60)), blocked, CLAIM);
    refusing.refused(notice(ALICE, Notice.Kind.DROPPED), blocked, CLAIM);
    assertThat(notices.told()).filteredOn(what -> what.startsWith("900")).hasSize(1);
  }

  @Test
  void a_chat_that_refuses_anew_is_told_of_anew() {
    refusing.refused(question(NOON), blocked, CLAIM);
    chats.writes(ALICE, NOON.plusSeconds(30));
    refusing.refused(question(NOON.plusSeconds(60)), blocked, CLAIM);
    assertThat(notices.told()).filteredOn(what -> what.startsWith("900")).hasSize(2);
  }

  @Test
  void who_pressed_start_while_the_question_was_being_refused_is_asked_again() {
    chats.writes(ALICE, NOON.plusSeconds(1));
    refusing.refused(question(NOON), blocked, CLAIM);
    assertThat(questions.became()).containsExactly("1 due");
    assertThat(notices.told()).isEmpty();
  }

  @Test
  void a_question_refused_for_itself_is_told_once_and_blames_no_chat() {
    refusing.refused(question(NOON), tooLong, CLAIM);
    refusing.refused(question(NOON), tooLong, CLAIM);
    assertThat(notices.told())
        .containsExactly(
            "900 QUESTION_REFUSED: message is too long",
            "901 QUESTION_REFUSED: message is too long");
    assertThat(chats.refusing()).isZero();
  }

  @Test
  void a_change_refused_for_itself_is_written_down_and_nothing_more() {
    Question sent =
        new Question(
            connection.id(),
            ALICE,
            Token.fresh(),
            Optional.of(new MessageId(7)),
            Optional.of(Face.ASKING),
            NOON);
    refusing.refused(sent, tooLong, CLAIM);
    assertThat(notices.told()).isEmpty();
    assertThat(questions.became()).containsExactly("1 refused: message is too long");
  }

  @Test
  void a_notice_that_a_client_s_chat_refuses_is_told_to_the_admins_as_well() {
    refusing.refused(notice(ALICE, Notice.Kind.DROPPED), blocked, CLAIM);
    assertThat(notices.told()).contains("900 CHAT_BLOCKED: alice (42)", "refused: " + why());
  }

  @Test
  void what_an_admin_refuses_is_told_to_the_other_admins_and_never_to_that_one() {
    refusing.refused(notice(ANN, Notice.Kind.NO_CHAT), blocked, CLAIM);
    assertThat(notices.told()).containsExactly("901 CHAT_BLOCKED: 900", "refused: " + why());
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAT_BLOCKED", "CHAT_UNKNOWN", "QUESTION_REFUSED"})
  void that_the_word_of_a_refusal_is_refused_is_told_to_nobody(Notice.Kind kind) {
    refusing.refused(notice(ANN, kind), blocked, CLAIM);
    refusing.refused(notice(BEN, kind), unknown, CLAIM);
    assertThat(notices.told())
        .containsExactly("refused: " + why(), "refused: " + unknown.getMessage());
  }

  @Test
  void an_admin_who_is_the_client_is_not_told_where_nothing_gets_through() {
    refusing(ALICE).refused(question(NOON), blocked, CLAIM);
    assertThat(notices.told()).isEmpty();
    assertThat(questions.became()).containsExactly("1 refused: " + why());
  }

  private String why() {
    return String.valueOf(blocked.getMessage());
  }

  private Refusing refusing(ChatId... admins) {
    ChatSettings settings = new ChatSettings(List.of(admins), Locale.ENGLISH);
    return new Refusing(questions, notices, chats, connections, clients, settings);
  }

  private Question question(Instant due) {
    return new Question(
        connection.id(), ALICE, Token.fresh(), Optional.empty(), Optional.empty(), due);
  }

  private Notice notice(ChatId chat, Notice.Kind kind) {
    return new Notice(
        1, chat, kind, Optional.of(connection.id()), Optional.empty(), Optional.empty(), NOON);
  }
}
