package io.tapgate.audit;

import java.time.Instant;

/** A record of something that happened, as it was written with the change. */
public record Noted(long id, Instant at, Happening happening) {}
