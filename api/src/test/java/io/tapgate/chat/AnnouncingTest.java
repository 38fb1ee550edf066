package io.tapgate.chat;

import static io.tapgate.connection.ConnectionFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.connection.Cause;
import io.tapgate.connection.ConnectionFixture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What calls for the client's attention, beyond the question itself. */
class AnnouncingTest {

  static Stream<Supplier<ConnectionFixture>> owed() {
    return Stream.of(
        () -> connection().confirmed(),
        () -> connection().rejected(),
        () -> connection().expired(),
        () -> connection().banned());
  }

  @ParameterizedTest
  @MethodSource("owed")
  void a_router_that_does_not_answer_is_told_once_it_is_overdue(Supplier<ConnectionFixture> owed) {
    assertThat(Announcing.call(owed.get().build())).isEmpty();
    assertThat(Announcing.call(owed.get().overdue().build())).contains(Notice.Kind.ROUTER_SILENT);
  }

  @Test
  void dropped_and_banned_are_told_once_the_router_shows_it() {
    assertThat(Announcing.call(connection().expired().enforced().build()))
        .contains(Notice.Kind.DROPPED);
    assertThat(Announcing.call(connection().banned().enforced().build()))
        .contains(Notice.Kind.BANNED);
    assertThat(Announcing.call(connection().banned().overdue().enforced().build()))
        .contains(Notice.Kind.BANNED);
  }

  @Test
  void what_the_question_shows_by_itself_calls_for_nobody() {
    assertThat(Announcing.call(connection().build())).isEmpty();
    assertThat(Announcing.call(connection().confirmed().enforced().build())).isEmpty();
    assertThat(Announcing.call(connection().rejected().enforced().build())).isEmpty();
    assertThat(Announcing.call(connection().ended().enforced().build())).isEmpty();
  }

  @Test
  void a_connection_during_a_ban_is_told_to_nobody() {
    ConnectionFixture during = connection().banned().because(Cause.DURING_BAN);
    assertThat(Announcing.call(during.overdue().build())).isEmpty();
    assertThat(Announcing.call(during.enforced().build())).isEmpty();
  }
}
