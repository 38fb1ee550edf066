package io.tapgate.router;

import static io.tapgate.connection.ConnectionFixture.NOON;
import static io.tapgate.connection.ConnectionFixture.connection;
import static io.tapgate.router.SessionFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.client.ClientId;
import io.tapgate.client.ClientsInMemory;
import io.tapgate.client.Introduction;
import io.tapgate.connection.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecognisingTest {
  private static final Duration SINCE_REPORT = Duration.ofMinutes(1);
  private final Connection unbound = connection().readAt(NOON.plus(SINCE_REPORT)).build();
  private final Connection bound =
      connection().session("*1").readAt(NOON.plus(SINCE_REPORT)).build();

  @Test
  void nothing_listed_is_nobody() {
    assertThat(own(unbound)).isEmpty();
  }

  @Test
  void a_known_id_decides_whatever_caller_the_router_writes() {
    Session same = session("*1").from("198.51.100.9").build();
    assertThat(own(bound, same)).contains(same);
  }

  @Test
  void an_id_that_a_hook_named_is_nothing_where_the_account_is_another() {
    Session bobs = session("*1").of("bob").build();
    assertThat(own(bound, bobs)).isEmpty();
    assertThat(Recognising.toDrop(bound, "alice"::equals, List.of(bobs))).isEmpty();
  }

  @Test
  void a_client_known_by_its_chat_alone_has_no_account_that_is_known_as_somebody_elses() {
    ClientsInMemory all = new ClientsInMemory();
    all.meet("alice", 1);
    all.meet("both", 2);
    Client nameless = all.meet(new Introduction(Optional.empty(), Optional.of(new ChatId(2))));
    Client stranger = new Client(new ClientId(9), Optional.empty(), Optional.of(new ChatId(3)));
    assertThat(Recognising.accounts(stranger, all)).rejects("alice", "both").accepts("carol");
    assertThat(Recognising.accounts(nameless, all)).rejects("alice", "carol").accepts("both");
  }

  @Test
  void another_id_is_another_session_however_alike_it_looks() {
    assertThat(own(bound, session("*2").build())).isEmpty();
  }

  @Test
  void until_the_id_is_known_account_and_caller_decide() {
    Session same = session("*9").build();
    assertThat(own(unbound, same)).contains(same);
    assertThat(own(unbound, session("*9").of("bob").build())).isEmpty();
    assertThat(own(unbound, session("*9").from("198.51.100.9").build())).isEmpty();
  }

  @Test
  void an_account_differs_by_the_case_of_a_letter() {
    assertThat(own(unbound, session("*9").of("Alice").build())).isEmpty();
  }

  @Test
  void a_client_without_an_account_name_goes_by_the_caller_alone() {
    Session any = session("*9").of("bob").build();
    assertThat(Recognising.own(unbound, _ -> true, List.of(any))).contains(any);
  }

  @Test
  void a_caller_the_router_does_not_write_proves_nothing() {
    assertThat(own(unbound, session("*9").from(null).build())).isEmpty();
    assertThat(own(unbound, session("*9").from("somewhere").build())).isEmpty();
  }

  @Test
  void a_caller_is_compared_as_an_address_and_not_as_a_text() {
    Connection six = connection().from("2001:db8::7").build();
    assertThat(own(six, session("*9").from("2001:DB8:0::0007").build())).isPresent();
  }

  @Test
  void a_session_that_began_after_the_report_belongs_to_a_later_one() {
    Duration tooYoung = SINCE_REPORT.minus(Recognising.SLACK).minusMillis(1);
    assertThat(own(unbound, session("*9").up(tooYoung).build())).isEmpty();
  }

  @Test
  void an_id_that_came_again_after_a_reboot_is_another_session() {
    Duration drift = SINCE_REPORT.dividedBy(Recognising.DRIFT);
    Duration almost = SINCE_REPORT.minus(Recognising.SLACK_ONCE_KNOWN).minus(drift);
    Duration tooYoung = almost.minusMillis(1);
    assertThat(own(bound, session("*1").up(tooYoung).build())).isEmpty();
    assertThat(own(bound, session("*1").up(almost).build())).isPresent();
  }

  /** Fifty millionths are what a router's crystal may be off by. */
  @Test
  void a_session_of_weeks_is_the_same_though_the_router_s_clock_runs_slow() {
    Duration weeks = Duration.ofDays(60);
    Duration counted = weeks.minus(weeks.multipliedBy(50).dividedBy(1_000_000));
    Connection old = connection().session("*1").readAt(NOON.plus(weeks)).build();
    assertThat(own(old, session("*1").up(counted).build())).isPresent();
    assertThat(own(old, session("*1").up(weeks.minusHours(2)).build())).isEmpty();
  }

  @Test
  void a_session_that_must_go_is_known_by_its_id_whatever_the_clocks_say() {
    Session young = session("*1").up(Duration.ZERO).build();
    assertThat(Recognising.toDrop(bound, "alice"::equals, List.of(young))).contains(young);
  }

  @Test
  void a_router_that_counts_whole_seconds_is_forgiven() {
    Duration almost = SINCE_REPORT.minus(Recognising.SLACK);
    assertThat(own(unbound, session("*9").up(almost).build())).isPresent();
  }

  @Test
  void the_right_one_is_found_among_others() {
    Session right = session("*1").build();
    assertThat(own(bound, session("*0").build(), right, session("*2").build())).contains(right);
  }

  private static Optional<Session> own(Connection connection, Session... listed) {
    return Recognising.own(connection, "alice"::equals, List.of(listed));
  }
}
