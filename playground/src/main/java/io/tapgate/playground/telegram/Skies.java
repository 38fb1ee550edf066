package io.tapgate.playground.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The weather of the moment, and what it does to a call. To be used inside the bell's lock. */
final class Skies {
  private final Bell bell;
  private final InstantSource clock;
  private final Turnstile turnstile = new Turnstile();
  private TelegramWeather weather = new TelegramWeather.Fine();
  private int updatesSince;

  Skies(Bell bell, InstantSource clock) {
    this.bell = bell;
    this.clock = clock;
  }

  TelegramWeather weather() {
    return weather;
  }

  void turn(TelegramWeather next) {
    weather = next;
    updatesSince = 0;
    turnstile.reset(clock.instant());
    bell.ring(new TelegramEvent.WeatherChanged(next));
  }

  List<Call> tooEarly() {
    return turnstile.tooEarly();
  }

  /** Whether a long poll that waits may go on waiting. */
  boolean letsWait() {
    return switch (weather) {
      case TelegramWeather.Off _, TelegramWeather.Silent _, TelegramWeather.Failing _ -> false;
      case TelegramWeather.Fine _,
          TelegramWeather.Mute _,
          TelegramWeather.Cut _,
          TelegramWeather.Slow _,
          TelegramWeather.Flooded _,
          TelegramWeather.Strict _,
          TelegramWeather.Late _ ->
          true;
    };
  }

  /**
   * What becomes of a call instead of being carried out, as long as that may take; empty when it is
   * to be carried out.
   *
   * @param writes whether it writes into a chat
   */
  Optional<Answer> instead(Call call, boolean writes) throws InterruptedException {
    return switch (weather) {
      case TelegramWeather.Off() -> Optional.of(new Answer.HungUp());
      case TelegramWeather.Silent() -> Optional.of(waitOut());
      case TelegramWeather.Failing failing -> Optional.of(failure(failing));
      case TelegramWeather.Flooded flooded when writes -> turnstile.stops(call, flooded);
      case TelegramWeather.Strict strict when writes -> turnstile.stops(call, strict);
      case TelegramWeather.Fine _,
          TelegramWeather.Mute _,
          TelegramWeather.Cut _,
          TelegramWeather.Slow _,
          TelegramWeather.Flooded _,
          TelegramWeather.Strict _,
          TelegramWeather.Late _ ->
          Optional.empty();
    };
  }

  /** What arrives of the answer to a call that was carried out. */
  Answer arrives(Answer answer) throws InterruptedException {
    return switch (weather) {
      case TelegramWeather.Fine _,
          TelegramWeather.Flooded _,
          TelegramWeather.Strict _,
          TelegramWeather.Late _ ->
          answer;
      case TelegramWeather.Slow(Duration delay) ->
          new Answer.Delayed(answer, clock.instant().plus(delay));
      case TelegramWeather.Cut() -> new Answer.CutShort(answer);
      case TelegramWeather.Mute _, TelegramWeather.Silent _ -> waitOut();
      case TelegramWeather.Off() -> new Answer.HungUp();
      case TelegramWeather.Failing failing -> failure(failing);
    };
  }

  /** How much later than it happens the next update is to be read. */
  Duration delay() {
    return weather instanceof TelegramWeather.Late(Duration by, int every)
            && updatesSince++ % every == 0
        ? by
        : Duration.ZERO;
  }

  private static Answer failure(TelegramWeather.Failing failing) {
    return failing.status() > 500
        ? new Answer.ForeignPage(failing.status())
        : new Answer.Refusal(failing.status(), failing.description());
  }

  private Answer waitOut() throws InterruptedException {
    bell.until(() ->
        !(weather instanceof TelegramWeather.Silent || weather instanceof TelegramWeather.Mute));
    return new Answer.HungUp();
  }
}
