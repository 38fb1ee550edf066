package io.tapgate.playground.telegram;

/** The weather of the moment. To be used inside the bell's lock. */
final class Skies {
  private final Bell bell;
  private Weather weather = new Weather.Fine();

  Skies(Bell bell) {
    this.bell = bell;
  }

  Weather weather() {
    return weather;
  }

  void turn(Weather next) {
    weather = next;
    bell.ring(new TelegramEvent.WeatherChanged(next));
  }

  boolean fine() {
    return weather instanceof Weather.Fine;
  }

  /** For a call that meets bad weather: what becomes of it, as long as that may take. */
  Answer waitOut() throws InterruptedException {
    bell.until(() -> !(weather instanceof Weather.Silent));
    return new Answer.HungUp();
  }
}
