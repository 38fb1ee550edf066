package io.tapgate.router;

import io.tapgate.connection.RouterId;
import io.tapgate.driving.Claim;
import io.tapgate.driving.Driver;
import io.tapgate.driving.Held;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A router's rounds, and after each a look whether the router answers. While it does, that is noted
 * once; while it does not, every few seconds, as its silence may have become worth telling.
 */
final class Observing implements Driver.Round {
  private static final Duration EVERY = Duration.ofSeconds(3);

  private final RouterId router;
  private final Driver.Round rounds;
  private final Supplier<Optional<Boolean>> answers;
  private final KeepingInTouch inTouch;
  private final LongSupplier steady;
  private @Nullable Seen seen;

  Observing(
      RouterId router,
      Driver.Round rounds,
      Supplier<Optional<Boolean>> answers,
      KeepingInTouch inTouch,
      LongSupplier steady) {
    this.router = router;
    this.rounds = rounds;
    this.answers = answers;
    this.inTouch = inTouch;
    this.steady = steady;
  }

  /** What was noted last, and by what right. */
  private record Seen(boolean answers, Claim claim, long at, boolean settled) {}

  @Override
  public Duration drive(Held claim) {
    Duration rest = rounds.drive(claim);
    answers
        .get()
        .filter(now -> isDue(now, claim.claim()))
        .ifPresent(now -> {
          seen = new Seen(now, claim.claim(), steady.getAsLong(), note(now, claim.claim()));
        });
    return rest;
  }

  @Override
  public void leave() {
    rounds.leave();
  }

  private boolean isDue(boolean now, Claim claim) {
    Seen last = seen;
    if (last == null || last.answers() != now || !last.claim().equals(claim)) {
      return true;
    }
    return !last.settled() && steady.getAsLong() - last.at() >= EVERY.toNanos();
  }

  private boolean note(boolean now, Claim claim) {
    if (now) {
      return inTouch.answers(router, claim);
    }
    inTouch.isSilent(router, claim);
    return false;
  }
}
