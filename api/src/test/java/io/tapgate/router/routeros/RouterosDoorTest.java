package io.tapgate.router.routeros;

import io.tapgate.router.RouterAtHand;
import io.tapgate.router.RouterDoorKit;
import io.tapgate.router.RouterDoors;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** The kit's promises, kept towards routers of before and after 7.18. */
class RouterosDoorTest {
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(4),
          Duration.ofSeconds(4),
          Duration.ofSeconds(4),
          Duration.ofSeconds(1),
          64);

  @Nested
  class OfAnEarlierVersion extends Kit {
    OfAnEarlierVersion() {
      super("7.12");
    }
  }

  @Nested
  class OfALaterVersion extends Kit {
    OfALaterVersion() {
      super("7.22");
    }
  }

  abstract static class Kit extends RouterDoorKit {
    private final String version;

    Kit(String version) {
      this.version = version;
    }

    @Override
    protected RouterAtHand freshRouter() {
      return new PretendRouterAtHand(version);
    }

    @Override
    protected RouterDoors doors() {
      return new RouterosDoors(LIMITS);
    }
  }
}
