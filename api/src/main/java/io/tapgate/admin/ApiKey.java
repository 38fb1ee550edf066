package io.tapgate.admin;

import io.tapgate.doors.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of the admin API, as everybody may see it: the key itself was shown once.
 *
 * @param fromEnvironment ADMIN_TOKEN, which follows the environment
 * @param usedAt when it was last used, to the minute
 */
public record ApiKey(
    long id,
    String name,
    Scope scope,
    boolean fromEnvironment,
    Instant madeAt,
    String madeBy,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant usedAt,
    String state) {}
