package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.telegram.Message;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A tap is being written down while the next report of the same address comes: the report waits,
 * and then sees all that the tap has changed, not what there was when it began to wait.
 */
class MeanwhileTest extends House {
  private static final String ADDRESS = "10.8.210.1";
  private static final int LIMIT = 3;
  private static final int GATE = 4711;

  @Autowired private DataSource pool;

  /** A confirmation on this address waits in its transaction for as long as the gate is held. */
  @BeforeEach
  void holdConfirmationsUp() {
    database
        .sql(
            """
            create function wait_at_the_gate() returns trigger language plpgsql as
              'begin perform pg_advisory_xact_lock(%d); return new; end';
            create trigger wait_at_the_gate before update on connection
              for each row when (new.tunnel = inet '%s' and new.state = 'CONFIRMED')
              execute function wait_at_the_gate();
            """
                .formatted(GATE, ADDRESS))
        .update();
  }

  @AfterEach
  void letThemPass() {
    database
        .sql("drop trigger wait_at_the_gate on connection; drop function wait_at_the_gate")
        .update();
  }

  @Test
  void a_redial_after_a_tap_is_asked_about_with_all_chances_and_not_banned() throws Exception {
    Client alice = somebody();
    missed(alice, LIMIT - 1);
    alice.connects(Call.of(alice.account(), alice.caller).at(ADDRESS));
    Message question = alice.question();
    Map<String, Object> redial = alice.hook(ADDRESS);
    redial.put("caller_id", "198.51.100.210");

    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
        Connection holder = pool.getConnection();
        Statement gate = holder.createStatement()) {
      gate.execute("select pg_advisory_lock(%d)".formatted(GATE));
      Future<Doors.Answer> tap = people.submit(() -> alice.tapsItsMe(question));
      waiting(1);
      Future<Doors.Answer> report =
          people.submit(() -> doors.post("/client/connect", HOOK, redial));
      waiting(2);
      gate.execute("select pg_advisory_unlock(%d)".formatted(GATE));

      assertThat(tap.get().text("state")).isEqualTo("confirmed");
      assertThat(report.get().text("state")).isEqualTo("asked");
    }
    assertThat(statesOn(ADDRESS)).isEqualTo("ENDED, ASKED");
  }

  private void waiting(int many) {
    Awaitility.await()
        .until(() ->
            database
                    .sql("select count(*) from pg_locks where not granted")
                    .query(Integer.class)
                    .single()
                == many);
  }

  private String statesOn(String tunnel) {
    return database
        .sql(
            "select string_agg(state, ', ' order by id) from connection"
                + " where tunnel = cast(:tunnel as inet)")
        .param("tunnel", tunnel)
        .query(String.class)
        .single();
  }
}
