package io.tapgate.router;

import static io.tapgate.connection.ConnectionFixture.connection;
import static io.tapgate.router.SessionFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.Network;
import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionFixture;
import io.tapgate.router.Difference.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is different between a router and the record. */
class ComparisonTest {
  private static final TunnelAddress ADDRESS = TunnelAddress.parse("10.9.0.5");
  private static final CallerAddress CALLER = CallerAddress.parse("203.0.113.7");

  private final List<Session> sessions = new ArrayList<>();
  private final Set<TunnelAddress> gated = new HashSet<>(Set.of(ADDRESS));
  private final Set<TunnelAddress> denied = new HashSet<>();
  private final Set<TunnelAddress> deniedByUs = new HashSet<>();
  private final Set<TunnelAddress> permitted = new HashSet<>();
  private final Set<CallerAddress> banned = new HashSet<>();
  private final Set<CallerAddress> bannedByUs = new HashSet<>();
  private final Set<Network> letThrough = new HashSet<>();
  private final Set<Network> letThroughByUs = new HashSet<>();
  private PostOffice.Networks postOffice = new PostOffice.Networks(Set.of(), true);
  private final List<String> strangers = new ArrayList<>();
  private final Map<TunnelAddress, Connection> record = new HashMap<>();
  private final Set<CallerAddress> keptOut = new HashSet<>();

  private List<Difference> differences() {
    Overview seen =
        new Overview(
            sessions,
            gated,
            new Overview.Roll<>(denied, deniedByUs),
            new Overview.Roll<>(permitted, permitted),
            new Overview.Roll<>(banned, bannedByUs),
            new Overview.Roll<>(letThrough, letThroughByUs),
            strangers);
    return new Comparison(seen, record, keptOut, postOffice).differences();
  }

  private List<Kind> kinds() {
    return differences().stream().map(Difference::kind).toList();
  }

  private void onRecord(ConnectionFixture one) {
    Connection connection = one.build();
    record.put(connection.dial().tunnel(), connection);
  }

  private void isUp() {
    sessions.add(session("*1").build());
  }

  private void isDenied() {
    denied.add(ADDRESS);
    deniedByUs.add(ADDRESS);
  }

  @Test
  void of_who_is_where_they_should_be_nothing_is_said() {
    isUp();
    isDenied();
    onRecord(connection().session("*1").enforced());
    assertThat(differences()).isEmpty();
    denied.clear();
    deniedByUs.clear();
    permitted.add(ADDRESS);
    onRecord(connection().session("*1").confirmed().enforced());
    assertThat(differences()).isEmpty();
  }

  @Test
  void what_its_driver_has_not_brought_about_yet_is_no_difference() {
    isUp();
    permitted.add(ADDRESS);
    onRecord(connection().session("*1").ended());
    assertThat(differences()).isEmpty();
  }

  @Test
  void a_live_connection_whose_session_is_not_listed_is_looked_at() {
    onRecord(connection().session("*1").enforced());
    assertThat(kinds()).containsExactly(Kind.SESSION_GONE);
    sessions.add(session("*2").build());
    assertThat(kinds()).as("another session is not its own").containsExactly(Kind.SESSION_GONE);
    onRecord(connection().confirmed().session("*1").enforced());
    assertThat(kinds()).containsExactly(Kind.SESSION_GONE);
  }

  @Test
  void a_session_where_a_connection_is_over_is_looked_at() {
    isUp();
    onRecord(connection().ended().enforced());
    assertThat(kinds()).containsExactly(Kind.SESSION_UNREPORTED);
    gated.clear();
    assertThat(differences()).as("the gate does not stand before it").isEmpty();
  }

  @Test
  void a_session_where_nobody_ever_was_is_unheard_of_if_the_gate_stands_before_it() {
    isUp();
    assertThat(differences()).containsExactly(new Difference.Unheard(sessions.getFirst()));
    gated.clear();
    assertThat(differences()).isEmpty();
  }

  @Test
  void a_permit_that_nobody_was_confirmed_for_is_told_whoevers_address_it_is() {
    permitted.add(ADDRESS);
    assertThat(differences())
        .containsExactly(new Difference.Unclaimed(Kind.PERMIT_UNPROVEN, ADDRESS, false));
    isUp();
    assertThat(differences())
        .containsExactly(new Difference.Unclaimed(Kind.PERMIT_UNPROVEN, ADDRESS, true));
    onRecord(connection().session("*1").enforced());
    assertThat(kinds()).containsExactly(Kind.PERMIT_UNPROVEN);
    onRecord(connection().expired().enforced());
    assertThat(kinds()).containsExactly(Kind.PERMIT_UNPROVEN);
  }

  @Test
  void a_permit_or_a_denial_that_the_router_forgot_is_missed() {
    isUp();
    onRecord(connection().session("*1").confirmed().enforced());
    assertThat(kinds()).containsExactly(Kind.PERMIT_MISSING);
    permitted.add(ADDRESS);
    denied.add(ADDRESS);
    assertThat(kinds()).as("denied as well").containsExactly(Kind.PERMIT_MISSING);
    permitted.clear();
    denied.clear();
    onRecord(connection().session("*1").enforced());
    assertThat(kinds()).containsExactly(Kind.DENIAL_MISSING);
  }

  @Test
  void a_denial_that_is_left_over_is_told_if_it_is_ours() {
    denied.add(ADDRESS);
    assertThat(differences()).as("the admin's own").isEmpty();
    deniedByUs.add(ADDRESS);
    assertThat(differences())
        .containsExactly(new Difference.Unclaimed(Kind.DENIAL_LEFT, ADDRESS, false));
    onRecord(connection().ended().enforced());
    assertThat(kinds()).containsExactly(Kind.DENIAL_LEFT);
  }

  @Test
  void whatever_is_no_single_address_is_a_stranger_in_PERMIT() {
    strangers.add("10.9.0.0/24");
    assertThat(differences()).containsExactly(new Difference.Stranger("10.9.0.0/24"));
  }

  @Test
  void a_ban_is_missing_or_left_and_the_admins_own_is_neither() {
    keptOut.add(CALLER);
    assertThat(differences()).containsExactly(new Difference.Banned(Kind.BAN_MISSING, CALLER));
    banned.add(CALLER);
    assertThat(differences()).isEmpty();
    keptOut.clear();
    assertThat(differences()).isEmpty();
    bannedByUs.add(CALLER);
    assertThat(differences()).containsExactly(new Difference.Banned(Kind.BAN_LEFT, CALLER));
  }

  @Test
  void the_sandbox_lets_through_where_the_post_office_is_and_by_our_hand_nowhere_else() {
    Network here = Network.parse("149.154.160.0/20");
    Network earlier = Network.parse("91.108.4.0/22");
    Network admins = Network.parse("198.51.100.0/24");
    postOffice = new PostOffice.Networks(Set.of(here), true);
    assertThat(differences()).as("no gate goes by them there").isEmpty();
    letThrough.addAll(Set.of(earlier, admins));
    letThroughByUs.add(earlier);
    assertThat(differences())
        .containsExactly(new Difference.Moved(Set.of(here), Set.of(earlier)))
        .extracting(Difference::where)
        .containsExactly("149.154.160.0/20, 91.108.4.0/22");
    postOffice = new PostOffice.Networks(Set.of(here), false);
    assertThat(differences())
        .as("only what is published takes one away")
        .containsExactly(new Difference.Moved(Set.of(here), Set.of()));
    letThrough.add(here);
    assertThat(differences()).isEmpty();
  }
}
