package io.tapgate.chat;

import io.tapgate.client.ChatId;
import io.tapgate.connection.ConnectionId;
import java.time.Instant;
import java.util.Optional;

/**
 * One message in one chat, kept in step with its connection.
 *
 * @param message empty until Telegram has taken it
 * @param shown what it was last made to show
 * @param tellAt when it was due at this reading; a later change is told after this one
 */
public record Question(
    ConnectionId connection,
    ChatId chat,
    Token token,
    Optional<MessageId> message,
    Optional<Face> shown,
    Instant tellAt) {}
