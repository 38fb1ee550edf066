package io.tapgate.connection;

import static io.tapgate.connection.ConnectionFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DialTest {
  private final Dial plain = connection().dial();

  @Test
  void the_same_report_looks_the_same() {
    assertThat(plain.looksLike(connection().dial())).isTrue();
  }

  @Test
  void another_router_is_another_dial() {
    assertThat(plain.looksLike(connection().through(4).dial())).isFalse();
  }

  @Test
  void another_tunnel_address_is_another_dial() {
    assertThat(plain.looksLike(connection().on("10.9.0.6").dial())).isFalse();
  }

  @Test
  void another_caller_is_another_dial() {
    assertThat(plain.looksLike(connection().from("203.0.113.8").dial())).isFalse();
    assertThat(plain.looksLike(connection().from("AA:BB:CC:DD:EE:FF").dial())).isFalse();
  }

  @Test
  void two_known_sessions_are_compared() {
    Dial first = connection().session("*1").dial();
    assertThat(first.looksLike(connection().session("*1").dial())).isTrue();
    assertThat(first.looksLike(connection().session("*2").dial())).isFalse();
  }

  @Test
  void an_unknown_session_may_be_any() {
    Dial known = connection().session("*1").dial();
    assertThat(known.looksLike(plain)).isTrue();
    assertThat(plain.looksLike(known)).isTrue();
  }

  @Test
  void what_the_router_calls_itself_does_not_matter() {
    assertThat(plain.looksLike(connection().at("198.51.100.1").dial())).isTrue();
  }

  @Test
  void a_down_with_a_known_session_goes_by_that_alone() {
    Dial known = connection().session("*1").dial();
    Dial sameSession = connection().session("*1").from("198.51.100.9").dial();
    assertThat(known.isEndedBy(sameSession, false)).isTrue();
    assertThat(known.isEndedBy(connection().session("*2").dial(), true)).isFalse();
    assertThat(known.isEndedBy(connection().session("*1").through(4).dial(), true)).isFalse();
  }

  @Test
  void a_down_goes_by_account_address_and_caller_while_one_side_knows_no_session() {
    Dial known = connection().session("*1").dial();
    assertThat(known.isEndedBy(plain, true)).isTrue();
    assertThat(plain.isEndedBy(known, true)).isTrue();
    assertThat(known.isEndedBy(plain, false)).isFalse();
    assertThat(known.isEndedBy(connection().from("198.51.100.9").dial(), true)).isFalse();
    assertThat(known.isEndedBy(connection().on("10.9.0.6").dial(), true)).isFalse();
  }
}
