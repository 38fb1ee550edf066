package io.tapgate.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question, as it is listed. Its token is nobody's business.
 *
 * @param shown what its message shows
 * @param refused why Telegram does not take it
 * @param dueAt when it is told next; null if nothing is to be told
 */
public record ListedQuestion(
    long connection,
    long chatId,
    @Nullable Long messageId,
    @Nullable String shown,
    @Nullable String refused,
    int attempts,
    @Nullable Instant dueAt) {}
