package io.tapgate.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client, as it is listed.
 *
 * @param unconfirmed chances used since the last confirmation, end of a ban, or reset
 * @param bannedUntil an instant, or "never" where it must be lifted; null if not banned
 * @param locked whether an admin locked the account
 * @param offeredChat another chat that a router named
 * @param seenAt null if no router has reported it yet
 */
public record ListedClient(
    long id,
    @Nullable String name,
    @Nullable Long chatId,
    @Nullable String note,
    int unconfirmed,
    @Nullable String bannedUntil,
    boolean locked,
    @Nullable Long offeredChat,
    int live,
    @Nullable Instant seenAt,
    Instant madeAt,
    int version) {}
