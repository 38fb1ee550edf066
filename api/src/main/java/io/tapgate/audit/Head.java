package io.tapgate.audit;

import java.time.Instant;

/**
 * The last record that was sealed, and when: signed, so that a tail cut off is missed. Before the
 * first record it is at the beginning, signed as well.
 */
public record Head(Anchor anchor, Instant at, Seal seal) {}
