package io.tapgate.playground.telegram;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * The bot's side: one method of this class for each method of the Bot API that is here. Every call
 * runs inside the bell's lock; a long poll lets go of it while it waits.
 */
final class BotApi {
  private static final Answer DONE = new Answer.Result(BooleanNode.TRUE);
  private static final int LONGEST_POLL_SECONDS = 50;

  private final Chats chats;
  private final Presses presses;
  private final Updates updates;
  private final Shapes shapes;
  private final Skies skies;
  private final Journal journal;
  private final InstantSource clock;
  private final Map<String, Method> methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private interface Work {
    Answer answer(Parameters call) throws Refused, InterruptedException;
  }

  /**
   * @param writes whether it puts something into a chat, and so counts towards Telegram's limits
   */
  private record Method(String name, boolean writes, Work work) {}

  BotApi(
      Chats chats,
      Presses presses,
      Updates updates,
      Shapes shapes,
      Skies skies,
      Journal journal,
      InstantSource clock) {
    this.chats = chats;
    this.presses = presses;
    this.updates = updates;
    this.shapes = shapes;
    this.skies = skies;
    this.journal = journal;
    this.clock = clock;
    offer("getMe", call -> new Answer.Result(shapes.botItself()));
    offer("getUpdates", this::getUpdates);
    offer("deleteWebhook", this::deleteWebhook);
    offer("setMyCommands", this::setMyCommands);
    offerWriting("sendMessage", this::sendMessage);
    offerWriting("editMessageText", this::editMessageText);
    offerWriting("editMessageReplyMarkup", this::editMessageReplyMarkup);
    offer("deleteMessage", this::deleteMessage);
    offer("answerCallbackQuery", this::answerCallbackQuery);
  }

  private void offer(String name, Work work) {
    methods.put(name, new Method(name, false, work));
  }

  private void offerWriting(String name, Work work) {
    methods.put(name, new Method(name, true, work));
  }

  /** The call as it came; its name in any case. */
  Answer answer(String name, Parameters call) throws InterruptedException {
    Method method = methods.get(name.toLowerCase(Locale.ROOT));
    Call noted =
        new Call(
            clock.instant(),
            method == null ? name : method.name(),
            call.given("chat_id").orElse(null),
            call.given("text").orElse(null));
    journal.note(noted);
    Optional<Answer> instead = skies.instead(noted, method != null && method.writes());
    return instead.isPresent() ? instead.get() : skies.arrives(answer(method, call));
  }

  private static Answer answer(@Nullable Method method, Parameters call)
      throws InterruptedException {
    if (method == null) {
      return new Answer.Refusal(404, "Not Found: method not found");
    }
    try {
      return method.work().answer(call);
    } catch (Refused refused) {
      return refused.refusal();
    }
  }

  private Answer getUpdates(Parameters call) throws Refused, InterruptedException {
    int offset = call.number("offset", 0, Integer.MIN_VALUE + 1, Integer.MAX_VALUE);
    int limit = call.number("limit", 100, 1, 100);
    int timeout = call.number("timeout", 0, 0, LONGEST_POLL_SECONDS);
    return updates.poll(new Updates.Poll(offset, limit, timeout, kinds(call)));
  }

  private static @Nullable Set<String> kinds(Parameters call) throws Refused {
    JsonNode given = call.object("allowed_updates");
    if (given == null || !given.isArray()) {
      return null;
    }
    Set<String> kinds = new HashSet<>();
    given.forEach(kind -> kinds.add(kind.asString("")));
    return kinds;
  }

  private Answer deleteWebhook(Parameters call) {
    if (call.flag("drop_pending_updates")) {
      updates.forgetAll();
    }
    return DONE;
  }

  private Answer setMyCommands(Parameters call) throws Refused {
    JsonNode commands = call.object("commands");
    if (commands == null || !commands.isArray()) {
      throw Refused.badRequest("can't parse commands JSON object");
    }
    return DONE;
  }

  private Answer sendMessage(Parameters call) throws Refused {
    plain(call);
    List<List<Button>> keyboard = Keyboard.parse(call.object("reply_markup"));
    return shown(chats.send(chat(call), call.text("text"), keyboard));
  }

  private Answer editMessageText(Parameters call) throws Refused {
    plain(call);
    List<List<Button>> keyboard = Keyboard.parse(call.object("reply_markup"));
    return shown(chats.edit(chat(call), message(call), call.text("text"), keyboard));
  }

  private Answer editMessageReplyMarkup(Parameters call) throws Refused {
    List<List<Button>> keyboard = Keyboard.parse(call.object("reply_markup"));
    return shown(chats.edit(chat(call), message(call), null, keyboard));
  }

  private Answer deleteMessage(Parameters call) throws Refused {
    chats.delete(chat(call), message(call));
    return DONE;
  }

  private Answer answerCallbackQuery(Parameters call) throws Refused {
    presses.answer(call.text("callback_query_id"), call.text("text"), call.flag("show_alert"));
    return DONE;
  }

  private Answer shown(Message message) {
    return new Answer.Result(shapes.message(message));
  }

  /** Better refused than shown with its markup as text. */
  private static void plain(Parameters call) throws Refused {
    if (!call.text("parse_mode").isEmpty()) {
      throw Refused.badRequest("unsupported parse_mode");
    }
  }

  private static long chat(Parameters call) throws Refused {
    String given = call.text("chat_id").strip();
    if (given.isEmpty()) {
      throw Refused.badRequest("chat_id is empty");
    }
    try {
      return Long.parseLong(given);
    } catch (NumberFormatException userName) {
      throw Refused.badRequest("chat not found");
    }
  }

  private static int message(Parameters call) {
    return call.number("message_id", 0, 0, Integer.MAX_VALUE);
  }
}
