package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who is told what no client must be told, and the language for those whose own we do not know.
 *
 * @param admins chats of the admins; a group is welcome here
 */
@Validated
@ConfigurationProperties("tapgate.chat")
public record ChatSettings(List<ChatId> admins, @Spoken Locale defaultLanguage) {
  public ChatSettings {
    admins = List.copyOf(admins);
  }
}
