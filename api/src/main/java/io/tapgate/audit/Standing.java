package io.tapgate.audit;

import java.util.Optional;

/**
 * How the chain stands, at one instant.
 *
 * @param last the place of the last record; that of the checkpoint where there is none behind it
 */
public record Standing(
    Optional<Head> head, Optional<Checkpoint> checkpoint, long last, Unsealed unsealed) {}
