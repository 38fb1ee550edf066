package io.tapgate.playground.router.config;

import java.util.Optional;

/**
 * An item came, changed, moved or went.
 *
 * @param before as it was; empty: it is new
 * @param after as it is; empty: it is gone
 */
public record Edit(String path, Optional<Item> before, Optional<Item> after) {}
