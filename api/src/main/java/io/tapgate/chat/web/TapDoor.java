package io.tapgate.chat.web;

import io.tapgate.chat.Languages;
import io.tapgate.chat.MessageId;
import io.tapgate.chat.Messages;
import io.tapgate.chat.Tapping;
import io.tapgate.chat.Tapping.Button;
import io.tapgate.chat.Tapping.Outcome;
import io.tapgate.chat.Token;
import io.tapgate.client.ChatId;
import io.tapgate.connection.Connection;
import io.tapgate.connection.State;
import io.tapgate.doors.Fields;
import io.tapgate.doors.Problems;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A tap. Every answer, refusals too, carries the words the person is shown. */
@RestController
class TapDoor {
  private final Tapping tapping;
  private final Languages languages;

  TapDoor(Tapping tapping, Languages languages) {
    this.tapping = tapping;
    this.languages = languages;
  }

  record Tapped(long connection, String state, String toast) {}

  @PostMapping("/client/confirm")
  ResponseEntity<?> confirm(@RequestBody JsonNode body) {
    return tap(Button.ITS_ME, Fields.of(body));
  }

  @PostMapping("/client/reject")
  ResponseEntity<?> reject(@RequestBody JsonNode body) {
    return tap(Button.NOT_ME, Fields.of(body));
  }

  private ResponseEntity<?> tap(Button button, Fields fields) {
    String token = fields.require("token", text -> text);
    ChatId chat = new ChatId(fields.requireNumber("chat_id"));
    long user = fields.requireNumber("user_id");
    Optional<MessageId> message = fields.read("message_id", MessageId::parse);
    Optional<String> language = fields.read("language", WatcherDoor::language);
    Messages words = languages.of(chat, language);
    Outcome outcome =
        token(token)
            .map(
                known -> tapping.tap(new Tapping.Tap(button, known, chat, user, language, message)))
            .orElseGet(Outcome.Unknown::new);
    return answer(button, outcome, words);
  }

  /** What no button of ours can carry is simply not known. */
  private static Optional<Token> token(String text) {
    try {
      return Optional.of(new Token(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static ResponseEntity<?> answer(Button button, Outcome outcome, Messages words) {
    return switch (outcome) {
      case Outcome.Accepted(Connection connection) -> accepted(connection, words);
      case Outcome.Over(Connection connection) -> over(button, connection, words);
      case Outcome.NotTheirs() ->
          refuse(403, "not-theirs", "Somebody else was asked.", words.text("toast.not_theirs"));
      case Outcome.Unknown() ->
          refuse(404, "unknown-token", "No question has this token.", words.text("toast.unknown"));
    };
  }

  private static ResponseEntity<Tapped> accepted(Connection connection, Messages words) {
    String state = word(connection);
    return ResponseEntity.ok(
        new Tapped(connection.id().value(), state, words.text("toast.accepted." + state)));
  }

  private static ResponseEntity<ProblemDetail> over(
      Button button, Connection connection, Messages words) {
    String state = word(connection);
    String toast =
        words.text((isRegret(button, connection) ? "toast.regret." : "toast.over.") + state);
    ProblemDetail problem = refusal(409, "over", "Settled already: " + state + ".", toast);
    problem.setProperty("state", state);
    return ResponseEntity.status(409).body(problem);
  }

  /** "Not me" about what is open already: nothing is changed by it, so a person must act. */
  private static boolean isRegret(Button button, Connection connection) {
    return button == Button.NOT_ME && connection.state() == State.CONFIRMED;
  }

  private static ResponseEntity<ProblemDetail> refuse(
      int status, String kind, String sentence, String toast) {
    return ResponseEntity.status(status).body(refusal(status, kind, sentence, toast));
  }

  private static ProblemDetail refusal(int status, String kind, String sentence, String toast) {
    ProblemDetail problem =
        Problems.of(status, kind, sentence, "Nothing was changed. Show the person the toast.");
    problem.setProperty("toast", toast);
    return problem;
  }

  private static String word(Connection connection) {
    return connection.state().name().toLowerCase(Locale.ROOT);
  }
}
