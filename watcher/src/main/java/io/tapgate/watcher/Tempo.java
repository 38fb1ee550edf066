package io.tapgate.watcher;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Everything about time that a test wants to set.
 *
 * @param wall the clock on the wall, for the one case where the api names a moment and no span
 * @param nap how a delivery waits before it knocks again
 * @param patience how long a person who pressed a button waits for more than "received"
 * @param sameOffsetGap Telegram punishes polls that repeat an offset faster than this
 * @param apiBackoff short: an api that is started again should not find everybody asleep
 * @param standBy how often a standby asks whether it may read now
 * @param tooLong how long polls may fail before another watcher should try
 * @param slow how often to look whether a person has mended what only a person can
 */
record Tempo(
    Ticker ticker,
    InstantSource wall,
    Pauses nap,
    Duration patience,
    Duration sameOffsetGap,
    Backoff telegramBackoff,
    Backoff apiBackoff,
    Duration standBy,
    Duration tooLong,
    Duration slow) {

  static Tempo real() {
    return new Tempo(
        System::nanoTime,
        InstantSource.system(),
        Thread::sleep,
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10), RandomGenerator.getDefault()),
        new Backoff(Duration.ofMillis(250), Duration.ofSeconds(4), RandomGenerator.getDefault()),
        Duration.ofSeconds(3),
        Duration.ofSeconds(90),
        Duration.ofSeconds(30));
  }
}
