package io.tapgate.router.routeros;

import io.tapgate.router.RouterAtHand;
import io.tapgate.router.account.AccountDoorKit;
import io.tapgate.router.account.AccountDoors;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** The kit's promises about accounts, towards routers of each version that speaks its own way. */
class RouterosAccountsTest {
  private static final Duration PATIENT = Duration.ofSeconds(5);
  private static final Limits HASTY =
      new Limits(
          PATIENT,
          PATIENT,
          PATIENT,
          Duration.ofMillis(700),
          Duration.ofMillis(700),
          Duration.ofMillis(300),
          64);

  @Nested
  class OfVersion6x49 extends Kit {
    OfVersion6x49() {
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
  class OfVersion7x18 extends Kit {
    OfVersion7x18() {
      super("7.18");
    }
  }

  @Nested
  class OfVersion7x22 extends Kit {
    OfVersion7x22() {
      super("7.22");
    }
  }

  abstract static class Kit extends AccountDoorKit {
    private final String version;

    Kit(String version) {
      this.version = version;
    }

    @Override
    protected RouterAtHand freshRouter() {
      return new PretendRouterAtHand(version);
    }

    @Override
    protected AccountDoors hastyDoors() {
      return new RouterosDoors(HASTY);
    }
  }
}
