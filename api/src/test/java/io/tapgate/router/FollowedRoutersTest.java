package io.tapgate.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.connection.RouterId;
import io.tapgate.driving.ClaimsInMemory;
import io.tapgate.driving.LifelineInMemory;
import io.tapgate.driving.Node;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.router.routeros.Eventually;
import io.tapgate.router.routeros.RouterosDoors;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Routers come, change and go while others are driven. */
@Timeout(60)
class FollowedRoutersTest {
  private final EnforcingStage stage = new EnforcingStage();
  private final RoutersInMemory routers = new RoutersInMemory();
  private final PretendRouter office = pretend("tapgate");
  private final PretendRouter cellar = pretend("a-password");
  private final LifelineInMemory lifeline = new LifelineInMemory();
  private final RouterDrivers drivers =
      new RouterDrivers(
          routers,
          new RouterosDoors(),
          stage.connections,
          stage.entries,
          stage.enforcing,
          stage.barring,
          stage.comparing,
          RouterFixture.settings(),
          stage.inTouch,
          new ClaimsInMemory(),
          lifeline,
          new Node(),
          stage.announced);
  private final Router first = at(office, 1, "office", "tapgate");
  private final Router second = at(cellar, 2, "cellar", "a-password");

  @BeforeEach
  void the_office_is_driven() {
    routers.are(first);
    drivers.start();
    answers("office");
  }

  @AfterEach
  void stop() {
    drivers.stop();
    office.close();
    cellar.close();
  }

  @Test
  void one_that_appears_is_driven_and_nobody_else_is_disturbed() {
    long logins = logins(office);
    follow(first, second);
    answers("cellar");
    assertThat(logins(office)).isEqualTo(logins);
    assertThat(stage.announced.events(RouterTakenUp.class))
        .containsExactly(new RouterTakenUp("office"), new RouterTakenUp("cellar"));
  }

  @Test
  void one_that_is_gone_is_hung_up_on() {
    follow(first, second);
    answers("cellar");
    follow(first);
    assertThat(drivers.now()).containsOnlyKeys("office");
    Eventually.holds(() -> cellar.callers() == 0);
    assertThat(office.callers()).isEqualTo(1);
    assertThat(stage.announced.events(RouterLetGo.class))
        .containsExactly(new RouterLetGo("cellar"));
  }

  @Test
  void one_that_was_changed_is_called_anew_with_what_is_different() {
    follow(first, at(cellar, 2, "cellar", "wrong"));
    Eventually.holds(() ->
        drivers.now().get("cellar") instanceof Condition.Closed closed
            && closed.why().contains("does not let"));
    long logins = logins(office);
    follow(first, second);
    answers("cellar");
    assertThat(logins(office)).isEqualTo(logins);
  }

  @Test
  void one_that_is_as_it_was_is_left_alone() {
    follow(first, second);
    answers("cellar");
    long logins = logins(cellar);
    follow(first, at(cellar, 2, "cellar", "a-password"));
    assertThat(logins(cellar)).isEqualTo(logins);
    assertThat(stage.announced.events(RouterLetGo.class)).isEmpty();
  }

  @Test
  void two_may_swap_their_names() {
    follow(first, second);
    answers("cellar");
    follow(at(office, 1, "cellar", "tapgate"), at(cellar, 2, "office", "a-password"));
    answers("cellar");
    answers("office");
  }

  @Test
  void a_look_that_this_machine_had_no_room_for_is_followed_by_the_next() {
    FollowingRouters following = new FollowingRouters(routers, drivers, lifeline);
    routers.fail(new StackOverflowError("on purpose"));
    following.start();
    Eventually.holds(() -> routers.readings() > 0);
    routers.fail(null);
    routers.are(first, second);
    lifeline.heard("routers");
    answers("cellar");
    following.stop();
  }

  private void follow(Router... now) {
    routers.are(now);
    drivers.follow();
  }

  private void answers(String name) {
    Eventually.holds(() -> drivers.now().get(name) instanceof Condition.Open);
  }

  private static long logins(PretendRouter router) {
    return router.commands().stream().filter(heard -> heard.toString().contains("/login")).count();
  }

  private static PretendRouter pretend(String password) {
    return PretendRouter.start(
        RouterSettings.usual()
            .withLogin("tapgate", password)
            .withHooks(URI.create("http://127.0.0.1:1"), "nobody-listens"));
  }

  private static Router at(PretendRouter pretend, long id, String name, String password) {
    return new Router(
        new RouterId(id),
        name,
        "127.0.0.1",
        pretend.port(),
        new Router.Login("tapgate", password),
        new Trust.Plain(),
        new Router.ListNames("DENY", "PERMIT", "BAN"));
  }
}
