package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Finds the words for a person: in the language of their Telegram, if we speak it. */
@Component
public class Languages {
  private final Chats chats;
  private final ChatSettings settings;

  Languages(Chats chats, ChatSettings settings) {
    this.chats = chats;
    this.settings = settings;
  }

  Messages of(ChatId chat) {
    return spoken(chats.language(chat));
  }

  /** For a person whose language just came with what they did. */
  public Messages of(ChatId chat, Optional<String> language) {
    return spoken(language.or(() -> chats.language(chat)));
  }

  /** For when we do not know who it is. */
  public Messages ofNobody() {
    return spoken(Optional.empty());
  }

  /** In each language we speak, by its tag, and for any other one. */
  public Map<String, String> inAll(String key) {
    Map<String, String> all = new TreeMap<>();
    all.put("other", spoken(Optional.empty()).text(key));
    Messages.SPOKEN.forEach(tag -> all.put(tag, spoken(Optional.of(tag)).text(key)));
    return all;
  }

  /** In this language, or in the default one. */
  public Messages spoken(Optional<String> tag) {
    Locale locale = tag.map(Locale::forLanguageTag).orElse(settings.defaultLanguage());
    return new Messages(locale, ZoneId.systemDefault());
  }
}
