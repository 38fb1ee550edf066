package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How fast Telegram likes to be spoken to.
 *
 * @param aSecond messages and changes of messages in any one second, to all chats together
 * @param chatRest from one new message in a person's chat to the next
 * @param groupRest the same in a group, which takes twenty a minute
 */
@ConfigurationProperties("tapgate.chat.pace")
public record PaceSettings(int aSecond, Duration chatRest, Duration groupRest) {
  Duration rest(ChatId chat) {
    return chat.isGroup() ? groupRest : chatRest;
  }
}
