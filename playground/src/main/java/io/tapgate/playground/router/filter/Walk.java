package io.tapgate.playground.router.filter;

import io.tapgate.playground.router.config.Item;
import java.util.List;
import java.util.Optional;

/** One packet on its way through the rules. */
final class Walk {
  /** Chains that jump into each other in a ring. */
  private static final int DEEPEST = 32;

  private final List<Item> rules;
  private final Matching matching;
  private final Packet packet;
  private final String state;
  private boolean fasttracked;

  Walk(List<Item> rules, Matching matching, Packet packet, String state) {
    this.rules = rules;
    this.matching = matching;
    this.packet = packet;
    this.state = state;
  }

  /** The end of a chain lets through what nobody stopped. */
  Verdict verdict() {
    return through(packet.chain(), 0)
        .orElseGet(() -> new Verdict(true, Optional.empty(), fasttracked));
  }

  private Optional<Verdict> through(String chain, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalStateException("chains jump into each other without end");
    }
    for (Item rule : rules) {
      if (!rule.isDisabled()
          && rule.said("chain").equals(chain)
          && matching.isAbout(rule, packet, state)) {
        if (rule.said("action").equals("return")) {
          return Optional.empty();
        }
        Optional<Verdict> decided = decided(rule, depth);
        if (decided.isPresent()) {
          return decided;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Verdict> decided(Item rule, int depth) {
    return switch (rule.said("action")) {
      case "", "accept" -> Optional.of(new Verdict(true, Optional.of(rule), fasttracked));
      case "drop", "reject" -> Optional.of(new Verdict(false, Optional.of(rule), false));
      case "jump" -> through(rule.said("jump-target"), depth + 1);
      case "fasttrack-connection" -> {
        fasttracked = true;
        yield Optional.empty();
      }
      case "log", "passthrough" -> Optional.empty();
      default ->
          throw new UnsupportedOperationException("nobody here can judge " + rule.said("action"));
    };
  }
}
