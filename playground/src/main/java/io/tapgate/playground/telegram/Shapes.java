package io.tapgate.playground.telegram;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How people, chats and messages look in the Bot API's JSON. */
final class Shapes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Chats chats;
  private final long bot;

  Shapes(Chats chats, long bot) {
    this.chats = chats;
    this.bot = bot;
  }

  ObjectNode bot() {
    return NODES
        .objectNode()
        .put("id", bot)
        .put("is_bot", true)
        .put("first_name", "Tapgate")
        .put("username", "tapgate_playground_bot");
  }

  ObjectNode botItself() {
    return bot()
        .put("can_join_groups", true)
        .put("can_read_all_group_messages", false)
        .put("supports_inline_queries", false);
  }

  ObjectNode person(long id) {
    Person person = chats.person(id);
    ObjectNode user =
        NODES.objectNode().put("id", id).put("is_bot", false).put("first_name", person.name());
    if (person.languageCode() != null) {
      user.put("language_code", person.languageCode());
    }
    return user;
  }

  ObjectNode chat(long id) {
    Group group = chats.group(id);
    ObjectNode chat = NODES.objectNode().put("id", id);
    return group == null
        ? chat.put("type", "private").put("first_name", chats.person(id).name())
        : chat.put("type", "group").put("title", group.title());
  }

  ObjectNode message(Message message) {
    ObjectNode shape = NODES.objectNode().put("message_id", message.id());
    shape.set("from", message.fromBot() ? bot() : person(message.from()));
    shape.set("chat", chat(message.chat()));
    shape.put("date", message.sentAt().getEpochSecond());
    if (message.editedAt() != null) {
      shape.put("edit_date", message.editedAt().getEpochSecond());
    }
    shape.put("text", message.text());
    if (message.text().startsWith("/")) {
      shape.set("entities", command(message.text()));
    }
    if (!message.keyboard().isEmpty()) {
      shape.set("reply_markup", keyboard(message.keyboard()));
    }
    return shape;
  }

  private static ArrayNode command(String text) {
    int end = text.indexOf(' ');
    ObjectNode entity =
        NODES
            .objectNode()
            .put("type", "bot_command")
            .put("offset", 0)
            .put("length", end < 0 ? text.length() : end);
    return NODES.arrayNode().add(entity);
  }

  private static ObjectNode keyboard(List<List<Button>> keyboard) {
    ArrayNode rows = NODES.arrayNode();
    for (List<Button> row : keyboard) {
      ArrayNode buttons = rows.addArray();
      row.forEach(button -> buttons.add(button(button)));
    }
    ObjectNode shape = NODES.objectNode();
    shape.set("inline_keyboard", rows);
    return shape;
  }

  private static ObjectNode button(Button button) {
    ObjectNode shape = NODES.objectNode().put("text", button.label());
    if (button.data() != null) {
      shape.put("callback_data", button.data());
    }
    if (button.url() != null) {
      shape.put("url", button.url());
    }
    if (button.style() != null) {
      shape.put("style", button.style());
    }
    return shape;
  }

  /**
   * @param message null when the message is gone: then only its number is told, with the date 0
   */
  ObjectNode press(Press press, @Nullable Message message) {
    ObjectNode shape = NODES.objectNode().put("id", press.id());
    shape.set("from", person(press.person()));
    shape.set("message", message == null ? gone(press) : message(message));
    return shape
        .put("chat_instance", Long.toString(Long.rotateLeft(press.chat() * 0x9E3779B97F4A7C15L, 7)))
        .put("data", press.data());
  }

  private ObjectNode gone(Press press) {
    ObjectNode shape = NODES.objectNode();
    shape.set("chat", chat(press.chat()));
    return shape.put("message_id", press.message()).put("date", 0);
  }

  /** A person blocked the bot, or took that back. */
  ObjectNode membership(long person, boolean blocked, Instant now) {
    ObjectNode shape = NODES.objectNode();
    shape.set("chat", chat(person));
    shape.set("from", person(person));
    shape.put("date", now.getEpochSecond());
    shape.set("old_chat_member", member(!blocked));
    shape.set("new_chat_member", member(blocked));
    return shape;
  }

  private ObjectNode member(boolean kicked) {
    ObjectNode member = NODES.objectNode().put("status", kicked ? "kicked" : "member");
    member.set("user", bot());
    return kicked ? member.put("until_date", 0) : member;
  }
}
