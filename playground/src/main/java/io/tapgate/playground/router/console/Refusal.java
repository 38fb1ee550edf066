package io.tapgate.playground.router.console;

import java.util.Optional;

/**
 * What a {@code !trap} carries.
 *
 * @param category missing in many of a real router's traps, too
 */
public record Refusal(Optional<Integer> category, String message) {}
