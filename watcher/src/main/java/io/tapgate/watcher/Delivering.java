package io.tapgate.watcher;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knocks at the api's door until it has answered, for as long as the lease is ours.
 *
 * <p>One knock must not block everybody for ever: when the api, which all the while has renewed our
 * lease, answers this very knock with its own failure (500), or something on the way answers in its
 * place, for longer than Telegram keeps a press, it is given up, and a person is told.
 */
final class Delivering {
  private static final Logger log = LoggerFactory.getLogger(Delivering.class);
  private static final Duration A_PRESS_LIVES = Duration.ofSeconds(150);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Api api;
  private final Lease lease;
  private final Health health;
  private final Tempo tempo;

  Delivering(Api api, Lease lease, Health health, Tempo tempo) {
    this.api = api;
    this.lease = lease;
    this.health = health;
    this.tempo = tempo;
  }

  /** What the api answered; empty when the lease ran out first, and the update stays unread. */
  Optional<Reply.Answered> deliver(Heard.Said said) throws InterruptedException {
    int failures = 0;
    long stuckSince = tempo.ticker().nanos();
    while (lease.isHeld()) {
      switch (api.knock(said.knock())) {
        case Reply.Answered answer -> {
          log(said, answer, failures);
          return Optional.of(answer);
        }
        case Reply.NotYet notYet -> {
          stuckSince = notYet.forThisKnock() ? stuckSince : tempo.ticker().nanos();
          if (since(stuckSince).compareTo(A_PRESS_LIVES) > 0) {
            return Optional.of(givenUp(said, notYet));
          }
          failures++;
          pause(said, notYet, failures);
        }
      }
    }
    log.warn(
        "update {} stays unread: the lease is gone; whoever reads next gets it", said.number());
    return Optional.empty();
  }

  private void pause(Heard.Said said, Reply.NotYet notYet, int failures)
      throws InterruptedException {
    Duration pause = notYet.pause().orElseGet(() -> tempo.apiBackoff().after(failures));
    Duration bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    if (failures == 1) {
      log.warn(
          "the api has not answered for update {} ({}); it stays unread and is tried again in {} ms",
          said.number(),
          notYet.why(),
          bounded.toMillis());
    }
    tempo.nap().pause(bounded);
  }

  private Reply.Answered givenUp(Heard.Said said, Reply.NotYet last) {
    health.gaveUp();
    log.error(
        "update {} is given up: in {} s nobody answered for it ({}). Look into the api's log, and into"
            + " that of whatever stands before it; the person has to press or write again",
        said.number(),
        A_PRESS_LIVES.toSeconds(),
        last.why());
    return new Reply.Answered(500, "");
  }

  private static void log(Heard.Said said, Reply.Answered answer, int failures) {
    log.info(
        "told the api {} of chat {} (update {}): it answered {}{}",
        said.knock().door(),
        said.knock().chat(),
        said.number(),
        answer.status(),
        failures == 0 ? "" : " after " + failures + " tries in vain");
  }

  private Duration since(long moment) {
    return Duration.ofNanos(tempo.ticker().nanos() - moment);
  }
}
