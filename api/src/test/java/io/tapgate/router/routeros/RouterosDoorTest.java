package io.tapgate.router.routeros;

import io.tapgate.router.RouterAtHand;
import io.tapgate.router.RouterDoorKit;
import io.tapgate.router.RouterDoors;
import io.tapgate.router.RouterTroubleKit;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** The kit's promises, kept towards routers of each version that speaks in a way of its own. */
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

  /** Patient until they are in. */
  private static final Limits HASTY =
      new Limits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMillis(400),
          Duration.ofMillis(400),
          Duration.ofMillis(300),
          64);

  private static final Duration BRIEF = Duration.ofMillis(700);
  private static final Limits CURT = new Limits(BRIEF, BRIEF, BRIEF, BRIEF, BRIEF, BRIEF, 64);

  @Nested
  class OfVersion6x49 extends Kit {
    OfVersion6x49() {
      super("6.49");
    }
  }

  @Nested
  class InTroubleOfVersion6x49 extends TroubleKit {
    InTroubleOfVersion6x49() {
      super("6.49");
    }
  }

  @Nested
  class OfVersion7x12 extends Kit {
    OfVersion7x12() {
      super("7.12");
    }
  }

  @Nested
  class InTroubleOfVersion7x12 extends TroubleKit {
    InTroubleOfVersion7x12() {
      super("7.12");
    }
  }

  @Nested
  class OfVersion7x18 extends Kit {
    OfVersion7x18() {
      super("7.18");
    }
  }

  @Nested
  class InTroubleOfVersion7x18 extends TroubleKit {
    InTroubleOfVersion7x18() {
      super("7.18");
    }
  }

  @Nested
  class OfVersion7x22 extends Kit {
    OfVersion7x22() {
      super("7.22");
    }
  }

  @Nested
  class InTroubleOfVersion7x22 extends TroubleKit {
    InTroubleOfVersion7x22() {
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

  abstract static class TroubleKit extends RouterTroubleKit {
    private final String version;

    TroubleKit(String version) {
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

    @Override
    protected RouterDoors hastyDoors() {
      return new RouterosDoors(HASTY);
    }

    @Override
    protected RouterDoors curtDoors() {
      return new RouterosDoors(CURT);
    }
  }
}
