package io.tapgate.audit;

import java.time.Instant;
import java.util.Optional;
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
    long place = begin(standing, happened.since());
    long end = end(standing, happened.until());
    while (place < end) {
      long upTo = Math.min(place + STEP, end);
      chain.between(place, upTo, happened).forEach(taker);
      place = upTo;
    }
  }

  private long begin(Standing standing, Optional<Instant> since) {
    long front = standing.checkpoint().map(it -> it.anchor().place()).orElse(0L);
    if (since.isEmpty()) {
      return front;
    }
    long first = chain.firstSince(since.get()).orElse(Long.MAX_VALUE);
    return Math.max(front, first - 1);
  }

  private long end(Standing standing, Optional<Instant> until) {
    if (until.isEmpty()) {
      return standing.last();
    }
    long last = chain.lastBefore(until.get()).orElse(0L);
    return Math.min(standing.last(), last);
  }
}
