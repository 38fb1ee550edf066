package io.tapgate.watcher;

import java.time.Duration;
import java.util.Optional;

/** What the watcher knows about itself. A person and a monitor read the same words. */
final class Health {
  private static final Duration TOO_LONG = Duration.ofSeconds(90);

  private final Ticker ticker;
  private final Lease lease;
  private Optional<Long> lastGoodPoll = Optional.empty();
  private Optional<String> apiTrouble = Optional.of("the api has not been asked yet");
  private Optional<String> pollTrouble = Optional.empty();
  private Optional<String> mustBeMended = Optional.empty();
  private long skipped;
  private long givenUp;

  Health(Ticker ticker, Lease lease) {
    this.ticker = ticker;
    this.lease = lease;
  }

  /** UP reads Telegram, STANDBY lets another watcher read, DOWN is of no use to anybody. */
  enum Status {
    UP,
    STANDBY,
    DOWN
  }

  /**
   * @param sinceGoodPoll empty when there was none yet
   * @param trouble what is wrong; also while the status is still UP
   */
  record Report(
      Status status,
      boolean holder,
      Optional<Duration> sinceGoodPoll,
      long skipped,
      long givenUp,
      Optional<String> trouble) {}

  synchronized Report report() {
    boolean holder = lease.isHeld();
    Optional<Duration> since =
        lastGoodPoll.map(moment -> Duration.ofNanos(ticker.nanos() - moment));
    Optional<String> trouble = apiTrouble.or(() -> mustBeMended).or(() -> pollTrouble);
    return new Report(status(holder, since), holder, since, skipped, givenUp, trouble);
  }

  private Status status(boolean holder, Optional<Duration> since) {
    if (apiTrouble.isPresent() || (holder && mustBeMended.isPresent())) {
      return Status.DOWN;
    }
    if (!holder) {
      return Status.STANDBY;
    }
    Duration held = lease.heldFor();
    Duration idle = since.filter(span -> span.compareTo(held) < 0).orElse(held);
    return idle.compareTo(TOO_LONG) > 0 ? Status.DOWN : Status.UP;
  }

  synchronized void polled() {
    lastGoodPoll = Optional.of(ticker.nanos());
    pollTrouble = Optional.empty();
    mustBeMended = Optional.empty();
  }

  synchronized void pollFailed(String why) {
    pollTrouble = Optional.of(why);
  }

  /** Tells whether this is news. */
  synchronized boolean stuck(String what) {
    boolean news = !mustBeMended.equals(Optional.of(what));
    mustBeMended = Optional.of(what);
    return news;
  }

  synchronized void apiAnswers() {
    apiTrouble = Optional.empty();
  }

  synchronized void apiIsSilent(String why) {
    apiTrouble = Optional.of("the api gives no usable answer: " + why);
  }

  synchronized void skipped() {
    skipped++;
  }

  synchronized void gaveUp() {
    givenUp++;
  }
}
