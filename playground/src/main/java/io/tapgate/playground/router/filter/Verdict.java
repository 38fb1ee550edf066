package io.tapgate.playground.router.filter;

import io.tapgate.playground.router.config.Item;
import java.util.Optional;

/**
 * What becomes of a packet, and because of what.
 *
 * @param by the rule that decided; empty: the chain came to its end, or the connection was on the
 *     fast track and no rule was asked
 * @param fasttracked whether its connection passes by every rule from now on
 */
public record Verdict(boolean passes, Optional<Item> by, boolean fasttracked) {

  /** The comment of the rule that decided. */
  public String comment() {
    return by.map(rule -> rule.said("comment")).orElse("");
  }
}
