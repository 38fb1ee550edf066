package io.tapgate.audit;

import java.util.Optional;

/**
 * Which records somebody looks for.
 *
 * @param verb how it begins: {@code router.} finds whatever was done to routers
 */
public record Sought(
    Optional<Actor> actor,
    Optional<String> verb,
    Optional<Long> connection,
    Optional<Long> client,
    Optional<Long> router,
    While happened) {
  public static Sought anything() {
    return new Sought(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        While.ever());
  }
}
