package io.tapgate.chat;

import io.tapgate.chat.ChatTrouble.Refused.Ground;
import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.client.Clients;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionId;
import io.tapgate.connection.Connections;
import io.tapgate.driving.Claim;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Telegram will never take a message: that is written down, and told to the admins, as nobody else
 * can mend it. Whoever cannot be asked would wait in the sandbox without a word otherwise.
 *
 * <p>A chat that refuses is told of once, until somebody writes or presses there again. Nobody is
 * told in the chat that refuses, and nobody that such a word was itself refused: so no refusal ever
 * leads to another one without end. The chat comes first, as in {@link Listening}: of a person who
 * presses Start while a question is being refused, either the refusal knows or the press does.
 */
@Component
class Refusing {
  private final Questions questions;
  private final Notices notices;
  private final Chats chats;
  private final Connections connections;
  private final Clients clients;
  private final ChatSettings settings;

  Refusing(
      Questions questions,
      Notices notices,
      Chats chats,
      Connections connections,
      Clients clients,
      ChatSettings settings) {
    this.questions = questions;
    this.notices = notices;
    this.chats = chats;
    this.connections = connections;
    this.clients = clients;
    this.settings = settings;
  }

  @Transactional
  void refused(Question question, ChatTrouble.Refused refused, Claim claim) {
    String why = String.valueOf(refused.getMessage());
    Optional<ConnectionId> about = Optional.of(question.connection());
    if (refused.ground() != Ground.MESSAGE) {
      Optional<Instant> since = chats.refuses(question.chat(), question.tellAt());
      if (since.isEmpty()) {
        questions.due(about.stream().toList());
        return;
      }
      tellOfChat(question.chat(), about, refused.ground(), since.get());
    } else if (question.message().isEmpty()) {
      String once = question.connection().toString();
      tellAdmins(question.chat(), Notice.Kind.QUESTION_REFUSED, once, about, why);
    }
    questions.refused(question, why, claim);
  }

  @Transactional
  void refused(Notice notice, ChatTrouble.Refused refused, Claim claim) {
    if (refused.ground() != Ground.MESSAGE) {
      chats
          .refuses(notice.chat(), notice.tellAt())
          .filter(_ -> !notice.kind().isOfARefusal())
          .ifPresent(
              since -> tellOfChat(notice.chat(), notice.connection(), refused.ground(), since));
    }
    notices.refused(notice, String.valueOf(refused.getMessage()), claim);
  }

  private void tellOfChat(ChatId chat, Optional<ConnectionId> about, Ground ground, Instant since) {
    Notice.Kind kind =
        ground == Ground.CHAT_BLOCKED ? Notice.Kind.CHAT_BLOCKED : Notice.Kind.CHAT_UNKNOWN;
    tellAdmins(chat, kind, chat + " since " + since, Optional.empty(), whose(chat, about));
  }

  private void tellAdmins(
      ChatId refusing, Notice.Kind kind, String once, Optional<ConnectionId> about, String detail) {
    settings.admins().stream()
        .filter(admin -> !admin.equals(refusing))
        .forEach(admin -> notices.tell(admin, kind, once, about, Optional.of(detail)));
  }

  /** The client whose chat it is; an admin's chat has a number alone. */
  private String whose(ChatId chat, Optional<ConnectionId> about) {
    return about
        .flatMap(connections::find)
        .map(Connection::client)
        .flatMap(clients::find)
        .filter(client -> client.chat().equals(Optional.of(chat)))
        .flatMap(Client::name)
        .map(name -> name + " (" + chat + ")")
        .orElse(chat.toString());
  }
}
