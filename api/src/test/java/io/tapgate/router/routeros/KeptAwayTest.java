package io.tapgate.router.routeros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.connection.RouterId;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.router.Router;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An address is judged each time it is dialled: what a name stands for may have changed. */
class KeptAwayTest {
  private final PretendRouter pretend = PretendRouter.start(RouterSettings.usual());

  @AfterEach
  void close() {
    pretend.close();
  }

  @Test
  void a_name_that_leads_to_this_machine_is_not_called() {
    assertThatThrownBy(() -> new RouterosDoors().open(at("localhost", false)))
        .isInstanceOf(RouterTrouble.Refused.class)
        .hasMessageContaining("is this machine itself")
        .hasMessageContaining("`anywhere: true`");
    assertThat(pretend.callers()).isZero();
    assertThat(pretend.commands()).isEmpty();
  }

  @Test
  void it_is_when_an_admin_insists() {
    try (RouterDoor door = new RouterosDoors().open(at("127.0.0.1", true))) {
      assertThat(door.isOpen()).isTrue();
    }
  }

  private Router at(String host, boolean anywhere) {
    return new Router(
        new RouterId(4),
        "cellar",
        host,
        pretend.port(),
        new Router.Login("tapgate", "tapgate"),
        new Trust.Plain(),
        new Router.ListNames("DENY", "PERMIT", "BAN"),
        anywhere);
  }
}
