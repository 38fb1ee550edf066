package io.tapgate.playground.telegram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call of the bot, noted as it arrives, answered or not.
 *
 * @param method as the Bot API spells it: {@code sendMessage}
 * @param chat as it was sent, if any was
 */
public record Call(Instant at, String method, @Nullable String chat, @Nullable String text) {}
