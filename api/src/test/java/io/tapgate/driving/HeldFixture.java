package io.tapgate.driving;

import java.time.Duration;

/** Claims for tests of what is driven. */
public final class HeldFixture {
  private HeldFixture() {}

  /** One that holds for as long as a test runs. */
  public static Held held(String thing) {
    return held(thing, Duration.ofHours(1));
  }

  /** One that ran out already. */
  public static Held runOut(String thing) {
    return held(thing, Duration.ZERO);
  }

  /** Somebody else may drive from now on. */
  public static void lose(Held held) {
    held.letGo();
  }

  private static Held held(String thing, Duration span) {
    return held(new Claim(thing, "here", 1), span);
  }

  /** Of a later driver. */
  public static Held held(String thing, long epoch) {
    return held(new Claim(thing, "here", epoch), Duration.ofMinutes(1));
  }

  private static Held held(Claim claim, Duration span) {
    Stopwatch stopwatch = Stopwatch.ofThisMachine();
    return new Held(claim, stopwatch, stopwatch.now(), span, () -> true);
  }
}
