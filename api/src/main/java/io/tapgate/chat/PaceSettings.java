package io.tapgate.chat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How fast Telegram likes to be spoken to.
 *
 * @param aSecond messages and changes of messages in any one second, to all chats together
 * @param chatRest from one new message in a chat to the next
 */
@ConfigurationProperties("tapgate.chat.pace")
public record PaceSettings(int aSecond, Duration chatRest) {}
