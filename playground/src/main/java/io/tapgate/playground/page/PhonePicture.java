package io.tapgate.playground.page;

import io.tapgate.playground.telegram.Button;
import io.tapgate.playground.telegram.Conversation;
import io.tapgate.playground.telegram.Message;
import io.tapgate.playground.telegram.Press;
import io.tapgate.playground.telegram.TelegramView;
import io.tapgate.playground.telegram.Toast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The phones, as the page wants them told: the last messages, and the notices of the moment. */
final class PhonePicture {
  private static final int MESSAGES = 60;
  private static final Duration TOAST_SHOWN = Duration.ofSeconds(8);

  private final TelegramView view;
  private final Instant now;

  PhonePicture(TelegramView view, Instant now) {
    this.view = view;
    this.now = now;
  }

  ObjectNode draw() {
    ObjectNode node = Reply.object().put("reading", view.reading()).put("unread", view.unread());
    node.put("tooEarly", view.tooEarly());
    node.set("weather", TelegramForecast.tell(view.weather()));
    ArrayNode chats = node.putArray("chats");
    view.conversations().forEach(conversation -> chats.add(chat(conversation)));
    ArrayNode toasts = node.putArray("toasts");
    view.toasts().stream()
        .filter(toast -> toast.at().plus(TOAST_SHOWN).isAfter(now))
        .forEach(toast -> toasts.add(toast(toast)));
    return node;
  }

  private ObjectNode chat(Conversation conversation) {
    List<Message> all = conversation.messages();
    ObjectNode node =
        Reply.object().put("chat", conversation.chat()).put("title", conversation.title());
    ArrayNode messages = node.putArray("messages");
    all.subList(Math.max(0, all.size() - MESSAGES), all.size())
        .forEach(message -> messages.add(message(message)));
    return node;
  }

  private ObjectNode message(Message message) {
    ObjectNode node =
        Reply.object()
            .put("id", message.id())
            .put("bot", message.fromBot())
            .put("text", message.text())
            .put("at", message.sentAt().toEpochMilli())
            .put("edits", message.earlier().size());
    ArrayNode keyboard = node.putArray("keyboard");
    for (List<Button> row : message.keyboard()) {
      ArrayNode buttons = keyboard.addArray();
      row.forEach(button -> buttons.add(button(message, button)));
    }
    return node;
  }

  private ObjectNode button(Message message, Button button) {
    return Reply.object()
        .put("label", button.label())
        .put("data", button.data())
        .put("url", button.url())
        .put("style", button.style())
        .put("waiting", view.waiting().stream().anyMatch(press -> waits(press, message, button)));
  }

  private static boolean waits(Press press, Message message, Button button) {
    return press.chat() == message.chat()
        && press.message() == message.id()
        && press.data().equals(button.data());
  }

  static ObjectNode taps(List<Press> taps) {
    ObjectNode node = Reply.object();
    ArrayNode rows = node.putArray("taps");
    for (Press tap : taps) {
      rows.addObject()
          .put("id", tap.id())
          .put("at", tap.at().toString())
          .put("person", tap.person())
          .put("chat", tap.chat())
          .put("message", tap.message())
          .put("data", tap.data());
    }
    return node;
  }

  private static ObjectNode toast(Toast toast) {
    return Reply.object()
        .put("key", toast.at().toEpochMilli() + "-" + toast.person() + "-" + toast.message())
        .put("person", toast.person())
        .put("text", toast.text())
        .put("alert", toast.alert());
  }
}
