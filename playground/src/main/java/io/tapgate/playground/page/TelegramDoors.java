package io.tapgate.playground.page;

import io.tapgate.playground.page.Wish.Declined;
import io.tapgate.playground.telegram.PretendTelegram;
import io.tapgate.playground.telegram.Reach;
import io.tapgate.playground.telegram.TelegramWeather;
import java.util.Map;
import java.util.stream.Stream;

/** What can be done to Telegram itself. */
final class TelegramDoors {
  private final Cast cast;
  private final PretendTelegram telegram;

  TelegramDoors(Cast cast, PretendTelegram telegram) {
    this.cast = cast;
    this.telegram = telegram;
  }

  Map<String, Door> doors() {
    return Map.of(
        "/playground/telegram", this::power,
        "/playground/telegram/weather", this::weather,
        "/playground/telegram/reach", this::reach,
        "/playground/telegram/again", this::again);
  }

  private Reply power(Wish wish) throws Declined {
    return turn(TelegramForecast.named(Power.weather(wish), wish));
  }

  private Reply weather(Wish wish) throws Declined {
    return turn(TelegramForecast.named(wish.text("weather"), wish));
  }

  private Reply turn(TelegramWeather weather) {
    telegram.weather(weather);
    return Reply.json(TelegramForecast.tell(weather));
  }

  private Reply reach(Wish wish) throws Declined {
    String word = wish.text("reach");
    Reach reach =
        Stream.of(Reach.values())
            .filter(one -> TelegramForecast.word(one).equals(word))
            .findFirst()
            .orElseThrow(() -> wish.unheardOf("reach", word));
    telegram.reach(cast.named(wish.text("person")).person().id(), reach);
    return Reply.json(Reply.object());
  }

  private Reply again(Wish wish) throws Declined {
    int updates = telegram.again((int) wish.number("updates", 1, 1, 100));
    return Reply.json(Reply.object().put("updates", updates));
  }
}
