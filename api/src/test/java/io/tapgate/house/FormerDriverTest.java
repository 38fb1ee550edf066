package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.ConnectionId;
import io.tapgate.connection.Connections;
import io.tapgate.connection.RouterId;
import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.RouterView;
import io.tapgate.playground.router.device.Session;
import io.tapgate.router.Router;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.Trust;
import io.tapgate.router.routeros.RouterosDoors;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A node that does not drive any more still had something to say. */
class FormerDriverTest extends House {
  private static final Duration SOON = Duration.ofSeconds(15);

  @Autowired private Connections connections;

  @Test
  void a_permit_that_a_former_driver_took_back_stands_again_once_it_says_so() {
    Client alice = somebody();
    Session session = alice.connects();
    alice.tapsItsMe(alice.question());
    alice.shows("Allowed since");

    formerDriverDenies(session.address());
    connections.owedAgain(connection(alice));

    routerShows(view -> view.permits(session.address()) && !view.denies(session.address()));
  }

  /** The permit was for a connection that another has taken the place of meanwhile. */
  @Test
  void a_permit_that_a_former_driver_gave_too_late_lets_in_nobody_who_came_after() {
    Client alice = somebody();
    Session session = alice.connects();
    alice.tapsItsMe(alice.question());
    alice.shows("Allowed since");
    ConnectionId before = connection(alice);
    Client bob = somebody();
    router.vanish(session);
    bob.connects(Call.of(bob.account(), bob.caller).at(session.address()));
    bob.question();
    routerShows(view -> view.denies(session.address()) && !view.permits(session.address()));
    isWrittenDown(bob);

    try (RouterDoor door = new RouterosDoors().open(office())) {
      door.permit(TunnelAddress.parse(session.address()), Duration.ofMinutes(15));
    }
    connections.owedAgain(before);

    routerShows(view -> view.denies(session.address()) && !view.permits(session.address()));
  }

  private void isWrittenDown(Client client) {
    Awaitility.await()
        .atMost(SOON)
        .until(() -> connections.find(connection(client)).orElseThrow().isEnforced());
  }

  private void formerDriverDenies(String address) {
    try (RouterDoor door = new RouterosDoors().open(office())) {
      door.deny(TunnelAddress.parse(address));
    }
    assertThat(router.view().permits(address)).isFalse();
  }

  private static Router office() {
    return new Router(
        new RouterId(1),
        "office",
        "127.0.0.1",
        router.port(),
        new Router.Login("tapgate", "tapgate"),
        new Trust.Plain(),
        new Router.ListNames("DENY", "PERMIT", "BAN"));
  }

  private ConnectionId connection(Client client) {
    return new ConnectionId(
        database
            .sql(
                "select x.id from connection x join client c on c.id = client_id"
                    + " where c.name = :name")
            .param("name", client.name)
            .query(Long.class)
            .single());
  }

  private static void routerShows(Predicate<RouterView> wanted) {
    assertThat(router.await(wanted, SOON)).matches(wanted);
  }
}
