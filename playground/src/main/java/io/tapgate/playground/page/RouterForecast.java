package io.tapgate.playground.page;

import io.tapgate.playground.page.Wish.Declined;
import io.tapgate.playground.router.device.RouterWeather;
import java.time.Duration;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The router's weather in the words of the doors, both ways. */
final class RouterForecast {
  private RouterForecast() {}

  /** The weather of this name; what it needs besides is read from the wish. */
  static RouterWeather named(String word, Wish wish) throws Declined {
    return switch (word) {
      case "fine" -> new RouterWeather.Fine();
      case "off" -> new RouterWeather.Off();
      case "refusing" ->
          new RouterWeather.Refusing(text(wish, RouterWeather.Refusing.WRONG_PASSWORD));
      case "silent" -> new RouterWeather.Silent();
      case "mute" -> new RouterWeather.Mute();
      case "cut" -> new RouterWeather.Cut((int) wish.number("whole", 0, 0, 1_000_000));
      case "slow" -> new RouterWeather.Slow(wish.millis(Duration.ofSeconds(2)));
      case "trapping" ->
          new RouterWeather.Trapping(
              text(wish, RouterWeather.Trapping.NO_PERMISSION),
              wish.texts("verbs"),
              (int) wish.number("rows", 0, 0, 1_000_000));
      case "fatal" -> new RouterWeather.Fatal(text(wish, RouterWeather.Fatal.NOT_LOGGED_IN));
      default -> throw wish.unheardOf("weather", word);
    };
  }

  private static String text(Wish wish, String otherwise) throws Declined {
    return wish.optionalText("text").orElse(otherwise);
  }

  static ObjectNode tell(RouterWeather weather) {
    ObjectNode node = Reply.object();
    return switch (weather) {
      case RouterWeather.Fine() -> node.put("weather", "fine");
      case RouterWeather.Off() -> node.put("weather", "off");
      case RouterWeather.Refusing(String text) -> node.put("weather", "refusing").put("text", text);
      case RouterWeather.Silent() -> node.put("weather", "silent");
      case RouterWeather.Mute() -> node.put("weather", "mute");
      case RouterWeather.Cut(int whole) -> node.put("weather", "cut").put("whole", whole);
      case RouterWeather.Slow(Duration delay) ->
          node.put("weather", "slow").put("millis", delay.toMillis());
      case RouterWeather.Trapping trap -> trapping(node.put("weather", "trapping"), trap);
      case RouterWeather.Fatal(String text) -> node.put("weather", "fatal").put("text", text);
    };
  }

  private static ObjectNode trapping(ObjectNode node, RouterWeather.Trapping trap) {
    ArrayNode verbs = node.put("text", trap.text()).put("rows", trap.rows()).putArray("verbs");
    trap.verbs().forEach(verbs::add);
    return node;
  }
}
