package io.tapgate.watcher;

import java.time.Duration;
import java.util.Optional;

/** What the watcher knows about itself. A person and a monitor read the same words. */
final class Health {
  private final Ticker ticker;
  private final Lease lease;
  private final Duration tooLong;
  private Optional<Long> lastGoodPoll = Optional.empty();
  private Optional<String> apiTrouble = Optional.of("the api has not been asked yet");
  private Optional<String> pollTrouble = Optional.empty();
  private Optional<Long> failingSince = Optional.empty();
  private Optional<String> mustBeMended = Optional.empty();
  private long skipped;
  private long givenUp;

  /**
   * @param tooLong from here on it is bad to have read nothing
   */
  Health(Ticker ticker, Lease lease, Duration tooLong) {
    this.ticker = ticker;
    this.lease = lease;
    this.tooLong = tooLong;
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
    Optional<Duration> since = lastGoodPoll.map(this::since);
    Optional<String> trouble = apiTrouble.or(this::telegramTrouble);
    return new Report(status(holder, since), holder, since, skipped, givenUp, trouble);
  }

  private Status status(boolean holder, Optional<Duration> since) {
    if (apiTrouble.isPresent() || (holder && isBlind())) {
      return Status.DOWN;
    }
    if (!holder) {
      return Status.STANDBY;
    }
    Duration held = lease.heldFor();
    Duration idle = since.filter(span -> span.compareTo(held) < 0).orElse(held);
    return idle.compareTo(tooLong) > 0 ? Status.DOWN : Status.UP;
  }

  /**
   * We may read and get nothing, for so long that another watcher should try. A batch that waits
   * for the api is no reason: the next one would wait as well.
   */
  synchronized boolean readsNothing() {
    return lease.isHeld() && isBlind();
  }

  private boolean isBlind() {
    return mustBeMended.isPresent()
        || failingSince.map(this::since).filter(span -> span.compareTo(tooLong) > 0).isPresent();
  }

  private Duration since(long moment) {
    return Duration.ofNanos(ticker.nanos() - moment);
  }

  /** Why nothing comes from Telegram, as of the last poll. */
  synchronized Optional<String> telegramTrouble() {
    return mustBeMended.or(() -> pollTrouble);
  }

  synchronized void polled() {
    lastGoodPoll = Optional.of(ticker.nanos());
    pollTrouble = Optional.empty();
    failingSince = Optional.empty();
    mustBeMended = Optional.empty();
  }

  synchronized void pollFailed(String why) {
    pollTrouble = Optional.of(why);
    failingSince = failingSince.or(() -> Optional.of(ticker.nanos()));
  }

  /** Another one reads. A trouble that had not lasted is forgotten; one that had is known again. */
  synchronized void standsBy() {
    if (!isBlind()) {
      pollTrouble = Optional.empty();
      failingSince = Optional.empty();
    }
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
