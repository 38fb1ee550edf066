package io.tapgate.router;

import io.tapgate.connection.RouterId;

/**
 * A router as admins see it: no password, no token.
 *
 * @param version grows with each change
 */
public record RouterRecord(
    RouterId id, Particulars particulars, boolean fromEnvironment, int version) {}
