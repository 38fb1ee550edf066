package io.tapgate.chat.web;

import io.tapgate.chat.Languages;
import io.tapgate.chat.Leasing;
import io.tapgate.chat.Listening;
import io.tapgate.chat.Listening.Heard;
import io.tapgate.chat.Listening.Kind;
import io.tapgate.chat.MessageId;
import io.tapgate.client.ChatId;
import io.tapgate.doors.Fields;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Who may read Telegram, and whatever was read there besides taps. */
@RestController
class WatcherDoor {
  private static final int LONGEST_TROUBLE = 200;

  private final Leasing leasing;
  private final Listening listening;
  private final Languages languages;
  private final InstantSource clock;

  WatcherDoor(Leasing leasing, Listening listening, Languages languages, InstantSource clock) {
    this.leasing = leasing;
    this.listening = listening;
    this.languages = languages;
    this.clock = clock;
  }

  /**
   * The seconds are what counts: clocks differ.
   *
   * @param received what a person reads whose press is not answered for yet, by language: en, ru,
   *     or other
   */
  record Lease(boolean read, Instant until, long seconds, Map<String, String> received) {}

  record Standby(boolean read) {}

  @PostMapping("/watcher/lease")
  Record lease(@RequestBody JsonNode body) {
    Fields fields = Fields.of(body);
    String instance = fields.require("instance", WatcherDoor::instance);
    Optional<String> trouble = fields.read("trouble", WatcherDoor::trouble);
    return leasing.mayRead(instance, trouble) ? granted() : new Standby(false);
  }

  private Lease granted() {
    Instant until = clock.instant().plus(Leasing.SPAN);
    return new Lease(true, until, Leasing.SPAN.toSeconds(), languages.inAll("toast.received"));
  }

  @PostMapping("/watcher/update")
  Map<String, String> update(@RequestBody JsonNode body) {
    Fields fields = Fields.of(body);
    Kind kind = fields.require("kind", WatcherDoor::kind);
    ChatId chat = new ChatId(fields.requireNumber("chat_id"));
    Optional<String> language = fields.read("language", WatcherDoor::language);
    Optional<MessageId> message = fields.read("message_id", MessageId::parse);
    listening.heard(new Heard(kind, chat, language, message));
    return Map.of("toast", languages.of(chat, language).text("toast.unknown"));
  }

  private static String instance(String text) {
    if (!text.matches("[A-Za-z0-9._:-]{1,64}")) {
      throw new IllegalArgumentException("write 1 to 64 letters, digits or any of . _ : -");
    }
    return text;
  }

  private static String trouble(String text) {
    if (text.length() > LONGEST_TROUBLE) {
      throw new IllegalArgumentException("write " + LONGEST_TROUBLE + " characters at most");
    }
    return text;
  }

  private static Kind kind(String text) {
    try {
      return Kind.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("is none of start, text, button, blocked, unblocked");
    }
  }

  static String language(String text) {
    if (!text.matches("[A-Za-z0-9-]{1,35}")) {
      throw new IllegalArgumentException("is not a language tag such as en or pt-BR");
    }
    return text;
  }
}
