package io.tapgate.router;

import static io.tapgate.connection.ConnectionFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionsChanged;
import io.tapgate.connection.RouterId;
import io.tapgate.driving.ClaimsInMemory;
import io.tapgate.driving.LifelineInMemory;
import io.tapgate.driving.Node;
import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.router.routeros.Eventually;
import io.tapgate.router.routeros.Limits;
import io.tapgate.router.routeros.RouterosDoors;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One node drives two routers, and one of them is in trouble. */
@Timeout(60)
class TwoRoutersTest {
  private static final RouterId WELL = new RouterId(3);
  private static final RouterId ILL = new RouterId(4);
  private static final int CLIENTS = 40;

  /** Far less than any wait for the other router: so nobody waited for it. */
  private static final Duration AS_EVER = Duration.ofSeconds(15);

  private static final Duration VERY_LATE = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofSeconds(40);
  private static final Limits PATIENT =
      new Limits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          LONG,
          LONG,
          LONG,
          64);

  private final EnforcingStage stage = new EnforcingStage();
  private final long alice = stage.clients.meet("alice", 42).id().value();
  private final PretendRouter well = pretend();
  private final PretendRouter ill = pretend();
  private volatile Limits limits = PATIENT;
  private final RouterDrivers drivers =
      new RouterDrivers(
          new Both(),
          router -> new RouterosDoors(limits).open(router),
          stage.connections,
          stage.entries,
          stage.enforcing,
          stage.barring,
          stage.comparing,
          RouterFixture.settings(),
          stage.inTouch,
          new ClaimsInMemory(),
          new LifelineInMemory(),
          new Node(),
          stage.announced);

  private void drive(Limits with) {
    limits = with;
    drivers.start();
    Eventually.holds(
        () -> drivers.now().values().stream().allMatch(Condition.Open.class::isInstance));
  }

  @AfterEach
  void stop() {
    drivers.stop();
    well.close();
    ill.close();
  }

  static Stream<RouterWeather> troubles() {
    return Stream.of(
        new RouterWeather.Silent(),
        new RouterWeather.Mute(),
        new RouterWeather.Off(),
        new RouterWeather.Slow(VERY_LATE),
        new RouterWeather.Cut(),
        new RouterWeather.Trapping(RouterWeather.Trapping.NO_PERMISSION));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void the_trouble_of_one_holds_up_nobody_at_the_other(RouterWeather trouble) {
    drive(PATIENT);
    ill.weather(trouble);
    for (int i = 1; i <= 100; i++) {
      stage.owes(
          connection().of(alice).id(1_000 + i).through(ILL.value()).on("10.9.1." + i).confirmed());
    }
    tell(owed(ILL));
    allAreLetIn();
  }

  @Test
  void a_router_that_takes_long_is_given_less_at_once_and_its_condition_says_so() {
    drive(Limits.usual());
    ill.weather(new RouterWeather.Silent());
    for (int i = 1; i <= 3; i++) {
      stage.owes(connection().of(alice).id(i).through(ILL.value()).on("10.9.1." + i).confirmed());
    }
    tell(owed(ILL));
    Eventually.holds(VERY_LATE, () -> drivers.sideBySide("ill") < Appetite.MOST);
    assertThat(drivers.sideBySide("well")).isEqualTo(Appetite.MOST);
  }

  private void allAreLetIn() {
    List<String> addresses = new ArrayList<>();
    for (int i = 1; i <= CLIENTS; i++) {
      String address = "10.9.0." + i;
      well.dial(Call.of(Account.of("alice", 42), "203.0.113.7").at(address).quietly());
      stage.owes(
          connection()
              .of(alice)
              .id(i)
              .through(WELL.value())
              .on(address)
              .from("203.0.113.7")
              .confirmed());
      addresses.add(address);
    }
    tell(owed(WELL));
    assertThat(well.await(view -> addresses.stream().allMatch(view::permits), AS_EVER))
        .matches(view -> addresses.stream().allMatch(view::permits));
  }

  private List<Connection> owed(RouterId router) {
    return stage.connections.owed(router, 1_000);
  }

  private void tell(List<Connection> moved) {
    drivers.on(new ConnectionsChanged(ConnectionsChanged.What.MOVED, moved));
  }

  private static PretendRouter pretend() {
    return PretendRouter.start(
        RouterSettings.usual().withHooks(URI.create("http://127.0.0.1:1"), "nobody-listens"));
  }

  private final class Both implements Routers {
    @Override
    public Reading now() {
      return new Reading(
          List.of(router(WELL, "well", well), router(ILL, "ill", ill)),
          Set.of(),
          Set.of(),
          Map.of(),
          Map.of(),
          Map.of());
    }

    @Override
    public Reading readAgain() {
      return now();
    }

    @Override
    public RouterId first() {
      return WELL;
    }

    private static Router router(RouterId id, String name, PretendRouter pretend) {
      return new Router(
          id,
          name,
          "127.0.0.1",
          pretend.port(),
          new Router.Login("tapgate", "tapgate"),
          new Trust.Plain(),
          new Router.ListNames("DENY", "PERMIT", "BAN"));
    }
  }
}
