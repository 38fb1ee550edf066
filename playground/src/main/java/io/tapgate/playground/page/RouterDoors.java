package io.tapgate.playground.page;

import io.tapgate.playground.page.Wish.Declined;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterVersion;
import io.tapgate.playground.router.device.RouterWeather;
import java.util.Map;
import java.util.Optional;

/** What can be done to the router itself. */
final class RouterDoors {
  private final PretendRouter router;

  RouterDoors(PretendRouter router) {
    this.router = router;
  }

  Map<String, Door> doors() {
    return Map.of(
        "/playground/router", this::power,
        "/playground/router/weather", this::weather,
        "/playground/router/reboot", this::reboot,
        "/playground/router/stall", this::stall);
  }

  private Reply power(Wish wish) throws Declined {
    return turn(RouterForecast.named(Power.weather(wish), wish));
  }

  private Reply weather(Wish wish) throws Declined {
    return turn(RouterForecast.named(wish.text("weather"), wish));
  }

  private Reply turn(RouterWeather weather) {
    router.weather(weather);
    return Reply.json(RouterForecast.tell(weather));
  }

  private Reply reboot(Wish wish) throws Declined {
    Optional<String> version = wish.optionalText("version");
    router.reboot(version.map(RouterVersion::parse).orElse(router.view().version()));
    return Reply.json(Reply.object());
  }

  private Reply stall(Wish wish) {
    router.stall();
    return Reply.json(Reply.object());
  }
}
