package io.tapgate.connection;

import io.tapgate.client.Introduction;

/**
 * What a router says of one session: who, and how they dialled in. A hint, until it is read back.
 */
public record Report(Introduction who, Dial dial) {}
