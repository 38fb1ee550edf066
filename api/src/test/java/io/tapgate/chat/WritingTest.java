package io.tapgate.chat;

import static io.tapgate.connection.ConnectionFixture.NOON;
import static io.tapgate.connection.ConnectionFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.audit.By;
import io.tapgate.client.Ban;
import io.tapgate.client.BansInMemory;
import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.client.ClientsInMemory;
import io.tapgate.connection.Allowance;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionFixture;
import io.tapgate.connection.ConnectionId;
import io.tapgate.connection.ConnectionsInMemory;
import io.tapgate.settings.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {
  private static final int LONGEST = 4096;
  private static final ChatId CHAT = new ChatId(42);
  private static final Token TOKEN = Token.fresh();

  private final ClientsInMemory clients = new ClientsInMemory();
  private final BansInMemory bans = new BansInMemory();
  private final ConnectionsInMemory connections = new ConnectionsInMemory();
  private final ChatsInMemory chats = new ChatsInMemory();
  private final Writing writing =
      new Writing(
          connections,
          clients,
          bans,
          _ -> "office",
          new Languages(chats, new ChatSettings(List.of(), Locale.ENGLISH)),
          _ -> new Allowance(Duration.ofMinutes(5), 3, Span.parse("1h")));
  private final Client alice = clients.meet("alice", CHAT.value());

  @Test
  void a_question_says_who_from_where_when_and_how_long_there_is() {
    String text = text(Face.ASKING, connection().readAt(NOON));
    assertThat(text).contains("“alice”", "office", "203.0.113.7", "2 Mar 12:00", "5 min");
  }

  @ParameterizedTest
  @CsvSource({"-600, 5 min", "-1, 5 min", "1, 4 min 59 s", "270, 30 s", "300, 0 s", "301, 0 s"})
  void a_question_never_promises_more_than_the_time_that_is_left(int read, String left) {
    assertThat(text(Face.ASKING, connection().readAt(NOON.plusSeconds(read))))
        .contains("You have " + left + " to answer");
  }

  @Test
  void the_routers_own_address_is_shown_when_it_reports_one() {
    assertThat(text(Face.ASKING, connection().at("198.51.100.1")))
        .contains("office (198.51.100.1)");
    assertThat(text(Face.ASKING, connection())).doesNotContain("(");
  }

  @Test
  void only_a_question_that_can_be_answered_has_buttons() {
    assertThat(letter(Face.ASKING, connection()).buttons())
        .extracting(Letter.Button::data)
        .containsExactly("c:" + TOKEN.value(), "r:" + TOKEN.value());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ASKING")
  void everything_else_has_none(Face face) {
    assertThat(letter(face, connection()).buttons()).isEmpty();
  }

  @Test
  void allowed_since_is_when_the_router_let_them_in() {
    assertThat(text(Face.ALLOWED, connection().confirmed().enforced()))
        .contains("Allowed since 2 Mar 12:00");
  }

  @ParameterizedTest
  @CsvSource({
    "ENDED, Session ended after 50 s.",
    "GONE, was already over after 50 s.",
    "ENDED_UNANSWERED, 'ended before it was answered, after 50 s.'"
  })
  void an_ended_session_says_how_long_it_was(Face face, String words) {
    assertThat(text(face, connection().confirmed().enforced().ended())).contains(words);
    chats.heard(CHAT, Optional.of("ru"));
    assertThat(text(face, connection().ended())).contains("он длился 50 с.");
  }

  @Test
  void a_router_that_has_answered_meanwhile_is_not_said_to_be_silent() {
    connections.put(connection().confirmed().overdue().build());
    assertThat(writing.notice(notice(Notice.Kind.ROUTER_SILENT))).isPresent();
    connections.put(connection().confirmed().enforced().build());
    assertThat(writing.notice(notice(Notice.Kind.ROUTER_SILENT))).isEmpty();
  }

  @Test
  void a_group_is_not_told_to_wait_for_a_question() {
    String text = writing.notice(notice(Notice.Kind.WELCOME_GROUP)).orElseThrow().text();
    assertThat(text).contains("42", "ADMIN_CHATS").doesNotContain("a question comes");
    chats.heard(CHAT, Optional.of("ru"));
    assertThat(writing.notice(notice(Notice.Kind.WELCOME_GROUP)).orElseThrow().text())
        .contains("42", "ADMIN_CHATS")
        .doesNotContain("вопрос придёт");
  }

  @Test
  void a_ban_says_until_when() {
    begin(Optional.of(NOON.plusSeconds(3600)));
    assertThat(text(Face.BLOCKED, connection().rejected())).contains("blocked until 2 Mar 13:00");
    connections.put(connection().banned().of(alice.id().value()).build());
    assertThat(writing.notice(notice(Notice.Kind.BANNED)))
        .hasValueSatisfying(
            letter -> assertThat(letter.text()).contains("blocked until 2 Mar 13:00"));
  }

  @Test
  void a_ban_without_an_end_says_who_ends_it() {
    begin(Optional.empty());
    assertThat(text(Face.BLOCKED, connection().rejected())).contains("until an admin lifts it");
  }

  @Test
  void a_ban_that_is_over_by_now_is_not_said_to_last() {
    assertThat(text(Face.BLOCKED, connection().rejected())).contains("is not blocked any more");
  }

  @ParameterizedTest
  @EnumSource
  void a_letter_is_in_the_language_of_its_chat(Face face) {
    String english = text(face, connection());
    chats.heard(CHAT, Optional.of("ru"));
    assertThat(text(face, connection())).isNotEqualTo(english).contains("Вход в VPN «alice»");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STRAY")
  void every_notice_has_its_words(Notice.Kind kind) {
    connections.put(connection().of(alice.id().value()).overdue().build());
    assertThat(writing.notice(notice(kind))).isPresent();
  }

  @Test
  void a_stray_message_is_not_answered_with_another() {
    connections.put(connection().of(alice.id().value()).build());
    assertThat(writing.notice(notice(Notice.Kind.STRAY))).isEmpty();
  }

  @Test
  void a_notice_about_what_is_forgotten_is_not_told() {
    assertThat(writing.notice(notice(Notice.Kind.DROPPED))).isEmpty();
    assertThat(writing.notice(notice(Notice.Kind.WELCOME))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void nothing_is_ever_too_long_for_one_message(String language) {
    chats.heard(CHAT, Optional.of(language));
    Client longest = clients.meet("W".repeat(128), 43);
    ConnectionFixture dialled =
        connection()
            .of(longest.id().value())
            .overdue()
            .from("2001:db8:1111:2222:3333:4444:5555:6666")
            .at("2001:db8:1111:2222:3333:4444:5555:7777");
    Connection one = connections.put(dialled.build());
    for (Face face : Face.values()) {
      assertThat(writing.question(question(), one, face).text()).hasSizeLessThan(LONGEST);
    }
    for (Notice.Kind kind : Notice.Kind.values()) {
      writing
          .notice(notice(kind))
          .ifPresent(letter -> assertThat(letter.text()).hasSizeLessThan(LONGEST));
    }
  }

  @Test
  void what_became_of_a_router_says_which_and_since_when() {
    assertThat(ofRouter(Notice.Kind.ROUTER_LOST))
        .contains("“office” does not answer", "since 2 Mar 12:00");
    assertThat(ofRouter(Notice.Kind.REPORTS_LOST))
        .contains("“office” does not report", "since 2 Mar 12:00", "on-up script");
    assertThat(ofRouter(Notice.Kind.ROUTER_BACK)).contains("“office” answers again");
    assertThat(ofRouter(Notice.Kind.REPORTS_BACK)).contains("“office” arrive again");
    chats.heard(CHAT, Optional.of("ru"));
    assertThat(ofRouter(Notice.Kind.ROUTER_LOST)).contains("Роутер «office» не отвечает");
  }

  private String ofRouter(Notice.Kind kind) {
    return writing
        .notice(
            new Notice(
                1,
                CHAT,
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.of("office\n" + NOON),
                NOON))
        .orElseThrow()
        .text();
  }

  private String text(Face face, ConnectionFixture connection) {
    return letter(face, connection).text();
  }

  private Letter letter(Face face, ConnectionFixture connection) {
    return writing.question(question(), connection.of(alice.id().value()).build(), face);
  }

  private void begin(Optional<Instant> until) {
    bans.begin(alice.id(), Ban.Reason.NOT_ME, NOON, until, By.person(1));
  }

  private static Question question() {
    return new Question(new ConnectionId(1), CHAT, TOKEN, Optional.empty(), Optional.empty(), NOON);
  }

  private static Notice notice(Notice.Kind kind) {
    return new Notice(
        1,
        CHAT,
        kind,
        Optional.of(new ConnectionId(1)),
        Optional.empty(),
        Optional.of("W".repeat(128) + " → 1234567890123456789"),
        NOON);
  }
}
