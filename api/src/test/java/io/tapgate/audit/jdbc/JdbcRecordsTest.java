package io.tapgate.audit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.audit.Actor;
import io.tapgate.audit.Cursor;
import io.tapgate.audit.Order;
import io.tapgate.audit.Records.Row;
import io.tapgate.audit.Sought;
import io.tapgate.audit.While;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two hundred thousand sealed records, and ten that are not. */
class JdbcRecordsTest {
  private static final AuditDatabase DATABASE = AuditDatabase.fresh();
  private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

  @BeforeAll
  static void muchHappened() {
    write("audit", "place,", ", hash", 1, 200_000, "n,", ", decode(repeat('00', 32), 'hex')");
    write("audit_fresh", "", "", 200_001, 200_010, "", "");
    DATABASE.run("analyze audit");
    DATABASE.run("analyze audit_fresh");
  }

  private static void write(
      String table, String before, String after, int from, int to, String place, String hash) {
    DATABASE.run(
        """
        insert into %s (%s id, at, actor, verb, connection_id, client_id, router_id%s)
        overriding system value
        select %s n, timestamptz '2026-01-01 00:00Z' + n * interval '10 seconds',
          case when n %% 100 = 0 then 'key:' || n %% 700 / 100 else 'router:1' end,
          case n %% 1000 when 0 then 'router.changed' when 500 then 'key.made'
            else 'connection.asked' end,
          n / 4, n %% 5000, 1 + n %% 20 %s
        from generate_series(%d, %d) n
        """
            .formatted(table, before, after, place, hash, from, to));
  }

  @Test
  void the_newest_comes_first_sealed_or_not() {
    List<Row> page = page(Sought.anything(), Optional.empty(), 12);
    assertThat(page).extracting(row -> row.noted().id()).startsWith(200_010L, 200_009L);
    assertThat(page.getFirst().place()).isEmpty();
    assertThat(page.getLast().place()).contains(199_999L);
  }

  @Test
  void page_behind_page_shows_each_once() {
    List<Long> seen = throughPages(Order.NEWEST_FIRST);
    assertThat(seen).hasSize(41).doesNotHaveDuplicates().startsWith(200_007L).endsWith(7L);
  }

  @Test
  void the_other_way_round_they_are_the_same() {
    assertThat(throughPages(Order.OLDEST_FIRST))
        .containsExactlyElementsOf(throughPages(Order.NEWEST_FIRST).reversed());
  }

  private static List<Long> throughPages(Order order) {
    Sought client = sought(Optional.empty(), Optional.empty(), Optional.of(7L), While.ever());
    List<Long> seen = new ArrayList<>();
    Optional<Cursor> behind = Optional.empty();
    List<Row> page;
    do {
      page = DATABASE.records.page(client, order, behind, 7);
      page.forEach(row -> seen.add(row.noted().id()));
      behind = page.isEmpty() ? behind : Optional.of(page.getLast().cursor());
    } while (page.size() == 7);
    return seen;
  }

  @Test
  void a_verb_is_sought_by_its_beginning() {
    Sought keys = sought(Optional.empty(), Optional.of("key."), Optional.empty(), While.ever());
    assertThat(page(keys, Optional.empty(), 500))
        .hasSize(200)
        .allMatch(row -> row.noted().happening().verb().equals("key.made"));
  }

  @Test
  void the_records_of_a_connection_come_in_their_order_sealed_or_not() {
    assertThat(DATABASE.records.ofConnection(50_000))
        .extracting(noted -> noted.id())
        .containsExactly(200_000L, 200_001L, 200_002L, 200_003L);
  }

  static Stream<Sought> everythingThatIsSought() {
    While longAgo = until(BEGAN.plusSeconds(100_000));
    While aDay =
        new While(Optional.of(BEGAN.plusSeconds(500_000)), Optional.of(BEGAN.plusSeconds(586_400)));
    Optional<Long> none = Optional.empty();
    return Stream.of(
        Sought.anything(),
        sought(Optional.of(new Actor.Key(3)), Optional.empty(), none, While.ever()),
        sought(Optional.of(new Actor.Router(1)), Optional.empty(), none, longAgo),
        sought(Optional.empty(), Optional.of("router."), none, While.ever()),
        sought(Optional.empty(), Optional.of("connection."), none, While.ever()),
        sought(Optional.empty(), Optional.empty(), Optional.of(7L), While.ever()),
        sought(Optional.empty(), Optional.empty(), none, longAgo),
        sought(Optional.empty(), Optional.empty(), none, aDay),
        ofRouter(3),
        ofConnection(777));
  }

  @ParameterizedTest
  @MethodSource("everythingThatIsSought")
  void every_search_is_answered_from_an_index_and_reads_few_rows(Sought sought) {
    fromAnIndex(sought, Order.NEWEST_FIRST, new Cursor(BEGAN.plusSeconds(1_900_000), 190_000));
    fromAnIndex(sought, Order.OLDEST_FIRST, new Cursor(BEGAN.plusSeconds(90_000), 9_000));
  }

  private static void fromAnIndex(Sought sought, Order order, Cursor behind) {
    PageQuery query = new PageQuery(sought, order, Optional.of(behind), 50);
    String plan =
        String.join(
            "\n",
            DATABASE
                .sql
                .sql("explain (analyze, timing off) " + query.sql())
                .params(query.values())
                .query((row, _) -> row.getString(1))
                .list());
    assertThat(plan).contains("on audit").doesNotContain("Seq Scan on audit ");
    assertThat(removed(plan)).as(plan).isLessThan(5_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {PlaceByTime.FIRST_SINCE, PlaceByTime.LAST_BEFORE})
  void an_end_of_an_export_is_found_from_the_index_on_time(String query) {
    for (long second : new long[] {100_000, 1_000_000, 1_900_000}) {
      String plan =
          String.join(
              "\n",
              DATABASE
                  .sql
                  .sql("explain (analyze, timing off) " + query)
                  .param("at", BEGAN.plusSeconds(second).atOffset(ZoneOffset.UTC))
                  .query((row, _) -> row.getString(1))
                  .list());
      assertThat(plan)
          .contains("audit_by_time")
          .doesNotContain("audit_pkey")
          .doesNotContain("Seq Scan");
      assertThat(removed(plan)).as(plan).isZero();
    }
  }

  @Test
  void the_records_of_a_connection_are_found_from_an_index() {
    List<String> plan =
        DATABASE
            .sql
            .sql("explain select * from audit where connection_id = 777 order by id")
            .query((row, _) -> row.getString(1))
            .list();
    assertThat(plan).anyMatch(line -> line.contains("audit_of_connection"));
  }

  /** Rows that were read and thrown away. */
  private static long removed(String plan) {
    return plan.lines()
        .filter(line -> line.contains("Rows Removed by Filter"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private static List<Row> page(Sought sought, Optional<Cursor> behind, int most) {
    return DATABASE.records.page(sought, Order.NEWEST_FIRST, behind, most);
  }

  private static While until(Instant end) {
    return new While(Optional.empty(), Optional.of(end));
  }

  private static Sought sought(
      Optional<Actor> actor, Optional<String> verb, Optional<Long> client, While happened) {
    return new Sought(actor, verb, Optional.empty(), client, Optional.empty(), happened);
  }

  private static Sought ofRouter(long id) {
    return new Sought(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(id),
        While.ever());
  }

  private static Sought ofConnection(long id) {
    return new Sought(
        Optional.empty(),
        Optional.empty(),
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        While.ever());
  }
}
