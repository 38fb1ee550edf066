package io.tapgate.audit;

import java.time.Instant;

/** Where the chain begins since all records up to here were removed for their age: signed. */
public record Checkpoint(Anchor anchor, Instant at, Seal seal) {}
