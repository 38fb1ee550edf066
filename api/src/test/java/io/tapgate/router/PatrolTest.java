package io.tapgate.router;

import static io.tapgate.connection.ConnectionFixture.connection;
import static io.tapgate.router.SessionFixture.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.Network;
import io.tapgate.address.TunnelAddress;
import io.tapgate.client.ChatId;
import io.tapgate.connection.Cause;
import io.tapgate.connection.Connection;
import io.tapgate.connection.State;
import io.tapgate.driving.HeldFixture;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Rounds at a whole router, by a clock of the test's own. */
class PatrolTest {
  private static final TunnelAddress ADDRESS = TunnelAddress.parse("10.9.0.5");
  private static final CallerAddress CALLER = CallerAddress.parse("203.0.113.7");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final EnforcingStage stage = new EnforcingStage();
  private final RouterInMemory router = stage.router;
  private final long alice = stage.clients.meet("alice", 42).id().value();
  private final AtomicLong now = new AtomicLong();
  private final Patrol patrol = stage.patrol(now::get);

  private void round() {
    patrol.walk(router, HeldFixture.held("router 3"));
  }

  private void passes(Duration span) {
    now.addAndGet(span.toNanos());
  }

  @Test
  void a_router_is_gone_round_at_once_and_then_at_the_interval() {
    assertThat(patrol.isDue()).isTrue();
    round();
    assertThat(patrol.isDue()).isFalse();
    passes(MINUTE.minusMillis(1));
    assertThat(patrol.isDue()).isFalse();
    passes(Duration.ofMillis(1));
    assertThat(patrol.isDue()).isTrue();
    round();
    patrol.soon();
    assertThat(patrol.isDue()).isTrue();
  }

  @Test
  void a_round_that_fails_comes_again_sooner_and_then_later_each_time() {
    router.fallSilent();
    assertThatThrownBy(this::round).isInstanceOf(RouterTrouble.Silent.class);
    assertThat(patrol.isDue()).isFalse();
    passes(Duration.ofSeconds(1));
    assertThat(patrol.isDue()).isTrue();
    assertThatThrownBy(this::round).isInstanceOf(RouterTrouble.Silent.class);
    passes(Duration.ofSeconds(1));
    assertThat(patrol.isDue()).isFalse();
    passes(Duration.ofSeconds(1));
    assertThat(patrol.isDue()).isTrue();
  }

  @Test
  void a_session_that_nobody_reported_is_asked_about_when_it_is_seen_again_and_once() {
    router.lists(session("*1").build());

    round();
    assertThat(stage.connections.live()).isEmpty();
    passes(Duration.ofSeconds(1));
    assertThat(patrol.isDue()).as("the second reading is soon").isTrue();
    round();

    assertThat(stage.connections.owed(RouterFixture.ID, 10))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.state()).isEqualTo(State.ASKED);
          assertThat(found.cause()).isEqualTo(Cause.FOUND);
          assertThat(found.dial().tunnel()).isEqualTo(ADDRESS);
        });
    round();
    round();
    assertThat(stage.connections.live()).containsEntry(RouterFixture.ID, 1);
  }

  @Test
  void whom_nobody_knows_is_asked_in_the_chat_that_the_router_notes_and_it_is_read_once() {
    router.lists(session("*1").of("zoe").build(), session("*2").of("yan").on("10.9.0.6").build());
    router.notes("zoe", 77);
    router.notes("yan", 78);

    round();
    round();

    assertThat(stage.clients.named("zoe").orElseThrow().chat()).contains(new ChatId(77));
    assertThat(stage.clients.named("yan").orElseThrow().chat()).contains(new ChatId(78));
    assertThat(router.said()).containsOnlyOnce("chats");
  }

  @Test
  void another_session_on_the_address_is_a_first_sight_again() {
    router.lists(session("*1").build());
    round();
    router.lists(session("*2").build());
    round();
    assertThat(stage.connections.live()).isEmpty();
  }

  @Test
  void a_session_of_nobody_who_could_be_asked_is_dropped() {
    router.lists(session("*1").from(null).build());
    round();
    round();
    assertThat(router.sessions()).isEmpty();
  }

  @Test
  void a_permit_of_nobody_goes_at_the_first_round() {
    router.permitted(ADDRESS);
    round();
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(stage.announced.events(Corrected.class))
        .singleElement()
        .satisfies(told -> {
          assertThat(told.what()).isEqualTo("permit-unproven");
          assertThat(told.where()).isEqualTo("10.9.0.5");
          assertThat(told.atOnce()).isTrue();
        });
  }

  @Test
  void a_permit_beside_an_unreported_session_goes_and_the_session_stays_shut() {
    router.lists(session("*1").build());
    router.permitted(ADDRESS);
    round();
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(router.denies(ADDRESS)).isTrue();
  }

  @Test
  void a_network_in_PERMIT_goes() {
    router.permitted("10.9.0.0/24");
    round();
    assertThat(router.strangers()).isEmpty();
  }

  @Test
  void what_a_connection_is_on_record_of_its_own_try_judges() {
    Connection confirmed = stage.owes(connection().of(alice).session("*1").confirmed().enforced());
    stage.connections.owedByNobody();

    round();

    assertThat(stage.connections.owed(RouterFixture.ID, 10))
        .extracting(Connection::id)
        .containsExactly(confirmed.id());
    assertThat(router.said()).containsExactly("survey");
  }

  @Test
  void a_ban_that_the_router_forgot_is_owed_again_and_one_of_nobodys_goes() {
    CallerAddress other = CallerAddress.parse("203.0.113.8");
    stage.entries.enter(stage.client(alice), RouterFixture.ID, CALLER);
    stage.entries.owedByNobody();
    router.banned(other);

    round();

    assertThat(stage.entries.owed(RouterFixture.ID, 10)).contains(CALLER);
    assertThat(router.bans(other)).isFalse();
  }

  @Test
  void nothing_is_corrected_once_the_claim_is_lost() {
    router.permitted(ADDRESS);
    assertThatThrownBy(() -> patrol.walk(router, HeldFixture.runOut("router 3")))
        .isInstanceOf(RouterTrouble.Refused.class);
    assertThat(router.permits(ADDRESS)).isPresent();
  }

  @Test
  void the_post_office_that_moved_is_let_through_to_where_it_is() {
    Network earlier = Network.parse("91.108.4.0/22");
    Network here = Network.parse("149.154.160.0/20");
    router.letThrough(Set.of(earlier), Set.of());
    stage.postOffice = new PostOffice.Networks(Set.of(here), true);

    round();

    assertThat(router.letThrough()).containsExactly(here);
    assertThat(stage.announced.events(Corrected.class))
        .extracting(Corrected::what)
        .containsExactly("post-office-moved");
  }

  @Test
  void what_a_router_refuses_keeps_nothing_else_from_being_seen_to() {
    TunnelAddress other = TunnelAddress.parse("10.9.0.6");
    router.permitted(ADDRESS);
    router.permitted(other);
    router.permitted("10.9.1.0/24");
    router.refuses("clear " + ADDRESS);

    assertThatThrownBy(this::round).isInstanceOf(RouterTrouble.Refused.class);

    assertThat(router.permits(other)).isEmpty();
    assertThat(router.strangers()).isEmpty();
    assertThat(patrol.isDue()).as("tried again, a little later").isFalse();
    passes(Duration.ofSeconds(1));
    assertThat(patrol.isDue()).isTrue();
  }
}
