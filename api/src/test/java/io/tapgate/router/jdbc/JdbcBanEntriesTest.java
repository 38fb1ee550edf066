package io.tapgate.router.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.address.CallerAddress;
import io.tapgate.client.BanId;
import io.tapgate.client.ClientId;
import io.tapgate.connection.RouterId;
import io.tapgate.driving.Claim;
import io.tapgate.driving.Claims;
import io.tapgate.house.House;
import io.tapgate.router.BanEntries;
import io.tapgate.router.BanEntries.Keeping;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is written of a caller's bans, when more of them come in meanwhile. */
class JdbcBanEntriesTest extends House {
  private static final AtomicInteger numbers = new AtomicInteger();

  @Autowired private BanEntries entries;
  @Autowired private Claims claims;
  @Autowired private TransactionTemplate transaction;

  private final int number = numbers.incrementAndGet();
  private final CallerAddress caller = CallerAddress.parse("203.0.113." + number);
  private RouterId router;
  private Claim claim;

  /** A router of its own, which nobody drives. */
  @BeforeEach
  void begin() {
    String name = "ban entries " + number;
    router = new RouterId(AddedRouter.named(name, database));
    claim = claims.take(name, "a test", Duration.ofHours(1)).orElseThrow();
  }

  @Test
  void a_ban_that_came_in_since_is_still_owed() {
    ban("1h");
    Keeping first = entries.keeping(router, caller);
    ban("2h");
    entries.enforced(router, caller, first, claim);
    assertThat(entries.owed(router, 10)).containsExactly(caller);

    entries.enforced(router, caller, entries.keeping(router, caller), claim);
    assertThat(entries.owed(router, 10)).isEmpty();
  }

  @Test
  void a_ban_that_was_lifted_since_is_still_owed_and_free_then() {
    ban("1h");
    Keeping out = entries.keeping(router, caller);
    lift();
    entries.enforced(router, caller, out, claim);
    assertThat(entries.owed(router, 10)).containsExactly(caller);

    Keeping free = entries.keeping(router, caller);
    assertThat(free).isInstanceOf(Keeping.Free.class);
    entries.enforced(router, caller, free, claim);
    assertThat(entries.owed(router, 10)).isEmpty();
  }

  /** Whoever writes what was shown waits for who lifts, and must see what became of it. */
  @Test
  void a_ban_that_is_being_lifted_just_then_is_still_owed() throws Exception {
    ban("1h");
    Keeping out = entries.keeping(router, caller);
    CompletableFuture<Void> writing =
        transaction.execute(_ -> {
          lift();
          CompletableFuture<Void> begun =
              CompletableFuture.runAsync(() -> entries.enforced(router, caller, out, claim));
          Awaitility.await().until(this::somebodyWaits);
          return begun;
        });
    Objects.requireNonNull(writing).get(10, TimeUnit.SECONDS);

    assertThat(entries.owed(router, 10)).containsExactly(caller);
  }

  private boolean somebodyWaits() {
    return database
        .sql(
            "select exists (select from pg_stat_activity"
                + " where wait_event_type = 'Lock' and query like '%update ban_entry%')")
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  private void lift() {
    Set<BanId> bans =
        database
            .sql(
                """
                update ban b set lifted_at = tapgate_now(), lifted_by = 'tapgate' from ban_entry e
                where e.ban_id = b.id and e.router_id = :router returning b.id
                """)
            .param("router", router.value())
            .query((row, _) -> new BanId(row.getLong(1)))
            .set();
    assertThat(entries.lifted(bans)).containsExactly(router);
  }

  @Test
  void the_longest_ban_counts_and_one_that_is_over_does_not() {
    ban("1h");
    ban("2h");
    ban("-1s");
    assertThat(entries.keeping(router, caller))
        .isInstanceOfSatisfying(
            Keeping.Out.class,
            out -> {
              assertThat(out.seen()).hasSize(3);
              assertThat(out.span().orElseThrow())
                  .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(120));
            });
  }

  @Test
  void with_every_ban_over_nobody_is_kept_out_and_nothing_is_owed_once_that_is_shown() {
    ban("-1s");
    Keeping free = entries.keeping(router, caller);
    assertThat(free).isInstanceOf(Keeping.Free.class);
    entries.enforced(router, caller, free, claim);
    assertThat(entries.owed(router, 10)).isEmpty();
  }

  @Test
  void nothing_is_written_under_a_claim_that_was_lost() {
    ban("1h");
    Claim lost = new Claim(claim.thing(), claim.owner(), claim.epoch() - 1);
    entries.enforced(router, caller, entries.keeping(router, caller), lost);
    assertThat(entries.owed(router, 10)).containsExactly(caller);
  }

  @Test
  void a_caller_is_owed_again_whatever_was_written_and_by_whom() {
    ban("1h");
    ban("-1s");
    entries.enforced(router, caller, entries.keeping(router, caller), claim);
    assertThat(entries.owed(router, 10)).isEmpty();
    entries.owedAgain(router, caller);
    assertThat(entries.owed(router, 10)).containsExactly(caller);
  }

  private void ban(String span) {
    ClientId client =
        new ClientId(
            database
                .sql(
                    "insert into client (name, seen_at) values (:name, tapgate_now()) returning id")
                .param("name", "banned " + numbers.incrementAndGet())
                .query(Long.class)
                .single());
    database
        .sql(
            """
            with made as (
              insert into ban (client_id, reason, from_at, until_at, actor)
              values (:client, 'NOT_ME', tapgate_now() - interval '1 day',
                      tapgate_now() + cast(:span as interval), 'tapgate')
              returning id)
            insert into ban_entry (ban_id, router_id, caller)
            select id, :router, cast(:caller as inet) from made
            """)
        .param("client", client.value())
        .param("span", span)
        .param("router", router.value())
        .param("caller", caller.toString())
        .update();
  }
}
