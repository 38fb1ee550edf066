package io.tapgate.audit;

import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * Gives out the sealed records one by one, in the order of the chain. Read in steps, each a short
 * statement of its own: whoever takes them may be as slow as they like, and nothing is held.
 */
@Service
public class Exporting {
  private static final int STEP = 1000;

  private final Chain chain;

  Exporting(Chain chain) {
    this.chain = chain;
  }

  /** As far as the chain goes now; what is sealed meanwhile is left to the next export. */
  public void export(While happened, Consumer<Link> taker) {
    Standing standing = chain.standing();
    long place = standing.checkpoint().map(it -> it.anchor().place()).orElse(0L);
    while (place < standing.last()) {
      long upTo = Math.min(place + STEP, standing.last());
      chain.between(place, upTo, happened).forEach(taker);
      place = upTo;
    }
  }
}
