package io.tapgate.watcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What an update is in our words. Here Telegram's words end. */
final class Wording {
  private static final Pattern TAP = Pattern.compile("([cr]):(.+)", Pattern.DOTALL);
  private static final Pattern START =
      Pattern.compile("/start(?:@\\w{1,64})?(?:\\s+(\\S{1,64}))?\\s*");
  private static final int LONGEST_TEXT = 256;

  private Wording() {}

  /** Empty for a kind of update that was not asked for. */
  static Optional<Knock> of(Update update) {
    if (update.getCallbackQuery() != null) {
      return Optional.of(pressed(update.getCallbackQuery()));
    }
    if (update.getMessage() != null) {
      return Optional.of(said(update.getMessage()));
    }
    return update.getMyChatMember() == null
        ? Optional.empty()
        : Optional.of(membership(update.getMyChatMember()));
  }

  private static Knock pressed(CallbackQuery press) {
    String data = press.getData() == null ? "" : press.getData();
    Matcher tap = TAP.matcher(data);
    return tap.matches() ? tapped(press, tap.group(1), tap.group(2)) : button(press, data);
  }

  private static Knock tapped(CallbackQuery press, String verb, String token) {
    Words words = new Words();
    words.put("token", token);
    return answerable(press, verb.equals("c") ? Knock.CONFIRM : Knock.REJECT, words);
  }

  private static Knock button(CallbackQuery press, String data) {
    Words words = new Words();
    words.put("kind", "button");
    words.put("text", cut(data));
    return answerable(press, Knock.UPDATE, words);
  }

  /** The presser is the one in "from", whoever's chat the button stands in. */
  private static Knock answerable(CallbackQuery press, String door, Words words) {
    MaybeInaccessibleMessage message = press.getMessage();
    words.chat(message == null ? null : message.getChatId());
    words.put("message_id", message == null ? null : message.getMessageId());
    words.person(press.getFrom());
    String language = words.language();
    return new Knock(
        door, words.all(), words.order(), Optional.of(new Knock.Press(press.getId(), language)));
  }

  private static Knock said(Message message) {
    Words words = new Words();
    String text = message.getText() == null ? "" : message.getText();
    Matcher start = START.matcher(text);
    if (start.matches()) {
      words.put("kind", "start");
      words.put("payload", start.group(1));
    } else {
      words.put("kind", "text");
      words.put("text", text.isEmpty() ? null : cut(text));
    }
    words.chat(message.getChatId());
    words.put("message_id", message.getMessageId());
    words.person(message.getFrom());
    return new Knock(Knock.UPDATE, words.all(), words.order(), Optional.empty());
  }

  private static Knock membership(ChatMemberUpdated change) {
    boolean out =
        switch (change.getNewChatMember().getStatus()) {
          case "kicked", "left" -> true;
          default -> false;
        };
    Words words = new Words();
    words.put("kind", out ? "blocked" : "unblocked");
    words.chat(change.getChat().getId());
    words.person(change.getFrom());
    return new Knock(Knock.UPDATE, words.all(), words.order(), Optional.empty());
  }

  /** Never through the middle of a character that takes two places. */
  static String cut(String text) {
    return cut(text, LONGEST_TEXT);
  }

  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splits ? longest - 1 : longest);
  }

  /** The words for a door; what is not known is left out. */
  private static final class Words {
    private final Map<String, Object> all = new LinkedHashMap<>();

    void put(String name, @Nullable Object value) {
      if (value != null) {
        all.put(name, value);
      }
    }

    void chat(@Nullable Long id) {
      put("chat_id", id);
    }

    void person(@Nullable User person) {
      if (person != null) {
        put("user_id", person.getId());
        String language = person.getLanguageCode();
        put("language", language == null ? null : cut(language, 35));
      }
    }

    String language() {
      return String.valueOf(all.getOrDefault("language", ""));
    }

    String order() {
      return String.valueOf(all.getOrDefault("chat_id", all.getOrDefault("user_id", "")));
    }

    Map<String, Object> all() {
      return Map.copyOf(all);
    }
  }
}
