package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whatever people do in the chat besides tapping our questions. */
@Service
public class Listening {
  private static final Logger log = LoggerFactory.getLogger(Listening.class);

  private final Chats chats;
  private final Questions questions;
  private final Notices notices;
  private final ApplicationEventPublisher announce;

  Listening(Chats chats, Questions questions, Notices notices, ApplicationEventPublisher announce) {
    this.chats = chats;
    this.questions = questions;
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
   * @param message what is answered: once for each message, however often it is reported; a group
   *     is answered once and for all
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
    askAgain(heard.chat());
    switch (heard.kind()) {
      case START, TEXT -> answer(heard);
      case BUTTON, BLOCKED, UNBLOCKED -> {}
    }
  }

  /** Who lets the bot in again finds the question that could not be asked. */
  private void askAgain(ChatId chat) {
    int due = questions.askAgain(chat);
    if (due > 0) {
      log.info("chat {} takes messages again: {} waiting questions are asked anew", chat, due);
      announce.publishEvent(new ChatHeard(chat));
    }
  }

  private void answer(Heard heard) {
    if (!heard.chat().isGroup()) {
      String once = heard.message().map(id -> Long.toString(id.value())).orElse("unknown");
      tell(heard.chat(), heard.kind() == Kind.START ? Notice.Kind.WELCOME : Notice.Kind.HELP, once);
    } else if (heard.kind() == Kind.START) {
      // In a group everybody talks, and anybody may make one: it is told its number, and that once.
      tell(heard.chat(), Notice.Kind.WELCOME_GROUP, "ever");
    }
  }

  private void tell(ChatId chat, Notice.Kind kind, String once) {
    notices.tell(chat, kind, once, Optional.empty(), Optional.empty());
    announce.publishEvent(new ChatHeard(chat));
  }
}
