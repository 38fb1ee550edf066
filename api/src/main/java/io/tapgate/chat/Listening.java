package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whatever people do in the chat besides tapping our questions. */
@Service
public class Listening {
  private final Chats chats;
  private final Notices notices;
  private final ApplicationEventPublisher announce;

  Listening(Chats chats, Notices notices, ApplicationEventPublisher announce) {
    this.chats = chats;
    this.notices = notices;
    this.announce = announce;
  }

  /** What a chat did. */
  public enum Kind {
    START,
    TEXT,
    BUTTON,
    BLOCKED,
    UNBLOCKED
  }

  /**
   * Heard from a chat.
   *
   * @param message what is answered: once for each message, however often it is reported
   */
  public record Heard(
      Kind kind, ChatId chat, Optional<String> language, Optional<MessageId> message) {}

  @Transactional
  public void heard(Heard heard) {
    if (heard.kind() == Kind.BLOCKED) {
      chats.blocked(heard.chat());
      return;
    }
    chats.heard(heard.chat(), heard.language());
    switch (heard.kind()) {
      case START -> answer(heard, Notice.Kind.WELCOME);
      case TEXT -> answer(heard, Notice.Kind.HELP);
      case BUTTON, BLOCKED, UNBLOCKED -> {}
    }
  }

  /** In a group everybody talks; only what is meant for us is answered there. */
  private void answer(Heard heard, Notice.Kind kind) {
    if (heard.chat().isGroup() && kind == Notice.Kind.HELP) {
      return;
    }
    String once = heard.message().map(id -> Long.toString(id.value())).orElse("unknown");
    notices.tell(heard.chat(), kind, once, Optional.empty(), Optional.empty());
    announce.publishEvent(new ChatHeard(heard.chat()));
  }
}
