package io.tapgate.playground.page;

import io.tapgate.playground.page.Wish.Declined;
import io.tapgate.playground.telegram.Reach;
import io.tapgate.playground.telegram.TelegramWeather;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Telegram's weather in the words of the doors, both ways; and how one chat is reached. */
final class TelegramForecast {
  private TelegramForecast() {}

  static String word(Reach reach) {
    return reach.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The weather of this name; what it needs besides is read from the wish. */
  static TelegramWeather named(String word, Wish wish) throws Declined {
    return switch (word) {
      case "fine" -> new TelegramWeather.Fine();
      case "off" -> new TelegramWeather.Off();
      case "silent" -> new TelegramWeather.Silent();
      case "mute" -> new TelegramWeather.Mute();
      case "cut" -> new TelegramWeather.Cut();
      case "slow" -> new TelegramWeather.Slow(wish.millis(Duration.ofSeconds(2)));
      case "failing" -> new TelegramWeather.Failing((int) wish.number("status", 500, 400, 599));
      case "flooded" -> new TelegramWeather.Flooded(wish.millis(Duration.ofSeconds(20)));
      case "strict" -> new TelegramWeather.Strict();
      case "late" ->
          new TelegramWeather.Late(
              wish.millis(Duration.ofSeconds(10)), (int) wish.number("every", 1, 1, 1000));
      default -> throw wish.unheardOf("weather", word);
    };
  }

  static ObjectNode tell(TelegramWeather weather) {
    ObjectNode node = Reply.object();
    return switch (weather) {
      case TelegramWeather.Fine() -> node.put("weather", "fine");
      case TelegramWeather.Off() -> node.put("weather", "off");
      case TelegramWeather.Silent() -> node.put("weather", "silent");
      case TelegramWeather.Mute() -> node.put("weather", "mute");
      case TelegramWeather.Cut() -> node.put("weather", "cut");
      case TelegramWeather.Slow(Duration delay) ->
          node.put("weather", "slow").put("millis", delay.toMillis());
      case TelegramWeather.Failing failing ->
          node.put("weather", "failing").put("status", failing.status());
      case TelegramWeather.Flooded(Duration length) ->
          node.put("weather", "flooded").put("millis", length.toMillis());
      case TelegramWeather.Strict _ -> node.put("weather", "strict");
      case TelegramWeather.Late(Duration by, int every) ->
          node.put("weather", "late").put("millis", by.toMillis()).put("every", every);
    };
  }
}
