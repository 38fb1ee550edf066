package io.tapgate.driving.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.driving.Claim;
import io.tapgate.driving.Claims;
import io.tapgate.driving.Lifeline;
import io.tapgate.driving.Node;
import io.tapgate.house.House;
import io.tapgate.router.routeros.Eventually;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Two nodes on one PostgreSQL: what the one knows of the other. */
class JdbcLifelineTest extends House {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofHours(1);
  private static final AtomicInteger things = new AtomicInteger();

  @Autowired private Claims claims;
  @Autowired private Rings rings;

  @Autowired
  @Qualifier("lasting")
  private DataSource lasting;

  private final Node here = new Node();
  private final Node there = new Node();
  private final String thing = "thing " + things.incrementAndGet();
  private final AtomicInteger heard = new AtomicInteger();
  private JdbcLifeline line;

  /** Whoever is on the line as it begins is woken once. */
  @BeforeEach
  void begin() {
    line = new JdbcLifeline(lasting, here, rings);
    line.onRing(thing, heard::incrementAndGet);
    line.start();
    Eventually.holds(() -> heard.get() == 1);
    assertThat(line.line()).isNotEqualTo(Lifeline.NONE);
  }

  @AfterEach
  void end() {
    line.stop();
  }

  @Test
  void a_claim_of_a_node_that_is_alive_is_left_alone() {
    assertThat(claims.takeWhileAlive(thing, here.name(), "a driver", LONG)).isPresent();
    assertThat(claims.takeWhileAlive(thing, there.name(), "a driver", LONG)).isEmpty();
    assertThat(claims.isTaken(thing)).isTrue();
  }

  @Test
  void a_claim_of_a_node_that_is_gone_can_be_taken_at_once() {
    Claim first = claims.takeWhileAlive(thing, here.name(), "a driver", LONG).orElseThrow();
    line.stop();
    Eventually.holds(() -> !claims.isTaken(thing));
    Optional<Claim> second = claims.takeWhileAlive(thing, there.name(), "a driver", LONG);
    assertThat(second).contains(new Claim(thing, there.name(), first.epoch() + 1));
  }

  /** The last one may be stuck at the database, and come through when the next one drives. */
  @Test
  void another_driver_on_the_same_node_gets_no_claim_but_one_of_its_own() {
    Claim last = take("the last driver", SHORT).orElseThrow();
    assertThat(take("the next driver", LONG)).isEmpty();
    Eventually.holds(() -> !claims.isTaken(thing));
    Claim next = take("the next driver", LONG).orElseThrow();
    assertThat(next.epoch()).isEqualTo(last.epoch() + 1);

    assertThat(take("the last driver", LONG)).isEmpty();
    claims.release(last);

    assertThat(claims.isTaken(thing)).isTrue();
    assertThat(take("the next driver", LONG)).contains(next);
  }

  private Optional<Claim> take(String driver, Duration span) {
    return claims.takeWhileAlive(thing, here.name(), driver, span);
  }

  @Test
  void a_claim_of_somebody_without_a_lifeline_runs_its_span() {
    assertThat(claims.take(thing, "reader", LONG)).isPresent();
    assertThat(claims.take(thing, "another", LONG)).isEmpty();
    assertThat(claims.takeWhileAlive(thing, there.name(), "a driver", LONG)).isEmpty();
  }

  @Test
  void a_ring_is_heard_on_every_node() {
    rings.ring(thing);
    Eventually.holds(() -> heard.get() == 2);
    rings.ring("nobody's");
    rings.ring(thing);
    Eventually.holds(() -> heard.get() == 3);
  }

  @Test
  void a_line_that_is_cut_is_noticed_at_once_and_replaced_by_another() {
    claims.takeWhileAlive(thing, here.name(), "a driver", LONG);
    long before = line.line();
    cut();
    Eventually.holds(() -> line.line() > before);
    // What was rung for in between may have been missed.
    Eventually.holds(() -> heard.get() == 2);
    assertThat(claims.takeWhileAlive(thing, there.name(), "a driver", LONG)).isEmpty();
  }

  private void cut() {
    database
        .sql(
            """
            select pg_terminate_backend(pid) from pg_locks
            where locktype = 'advisory' and objsubid = 1
              and (classid::bigint << 32 | objid::bigint) = tapgate_node(:node)
            """)
        .param("node", here.name())
        .query(Boolean.class)
        .single();
  }
}
