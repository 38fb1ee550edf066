package io.tapgate.admin.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.doors.Asked;
import io.tapgate.house.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.Driver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** A hundred thousand clients and a million connections: every list is read from an index. */
class PlansTest {
  /** Rows that a page of fifty may look at: all else would be a walk through the table. */
  private static final long FEW = 5_000;

  private static final Pattern ROWS = Pattern.compile("rows=(\\d+)(?:\\.\\d+)? loops=(\\d+)");
  private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: (\\d+)");

  private static JdbcClient database;

  @BeforeAll
  static void muchIsOnRecord() {
    SimpleDriverDataSource source = new SimpleDriverDataSource(new Driver(), Database.fresh());
    Flyway.configure().dataSource(source).load().migrate();
    database = JdbcClient.create(source);
    List<String> indexes = indexesTakenAway();
    run(CLIENTS);
    run(CONNECTIONS);
    run(BANS);
    run(ENTRIES);
    run(QUESTIONS);
    indexes.forEach(PlansTest::run);
    run("analyze");
  }

  private static final String CLIENTS =
      """
      insert into client (name, chat_id, seen_at)
      select 'person-' || n, 1000000 + n, timestamptz '2026-01-01 00:00Z' + n * interval '1 minute'
      from generate_series(1, 100000) n
      """;

  private static final String CONNECTIONS =
      """
      insert into connection (router_id, client_id, tunnel, caller, state, cause, actor, counts,
                              asked_at, deadline_at, changed_at, confirmed_at, taken_at, enforced)
      select 1, 1 + n % 100000, inet '10.0.0.0' + n % 250000, host(inet '100.64.0.0' + n % 90000),
             state, 'TAP', 'tapgate', true, at, at + interval '5 minutes', at,
             case when state = 'CONFIRMED' then at end, case when state <> 'BANNED' then at end, state
      from (select n, timestamptz '2026-01-01 00:00Z' + n * interval '20 seconds' as at,
                   case when n > 999900 then 'ASKED' when n > 999000 then 'CONFIRMED'
                        when n % 997 = 0 then 'REJECTED' when n % 89 = 0 then 'BANNED'
                        when n % 41 = 0 then 'EXPIRED' else 'ENDED' end as state
            from generate_series(1, 1000000) n) made
      """;

  private static final String BANS =
      """
      insert into ban (client_id, reason, from_at, until_at, actor)
      select 1 + n % 100000, 'OVER_LIMIT', timestamptz '2026-01-01 00:00Z' + n * interval '1 minute',
             case when n % 1000 = 0 then null
                  else timestamptz '2026-01-01 01:00Z' + n * interval '1 minute' end, 'tapgate'
      from generate_series(1, 50000) n
      """;

  private static final String ENTRIES =
      """
      insert into ban_entry (ban_id, router_id, caller)
      select id, 1, inet '100.64.0.0' + id % 9000 from ban
      """;

  private static final String QUESTIONS =
      """
      insert into question (connection_id, chat_id, token, refused, tell_at)
      select id, 1000000 + client_id, 'token-of-a-question-' || id,
             case when id % 3000 = 0 then 'blocked' end, case when id % 5000 = 0 then asked_at end
      from connection where id > 700000
      """;

  /** Filled without them, and built once they are full: a tenth of the time. */
  private static List<String> indexesTakenAway() {
    run("alter table connection disable trigger user");
    run("alter table ban disable trigger user");
    List<String> definitions = new ArrayList<>();
    for (Map<String, Object> index :
        database
            .sql(
                """
                select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
                from pg_index i
                where i.indrelid in ('connection'::regclass, 'question'::regclass)
                  and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                """)
            .query()
            .listOfRows()) {
      definitions.add(String.valueOf(index.get("made")));
      run("drop index " + index.get("name"));
    }
    return definitions;
  }

  private static void run(String sql) {
    database.sql(sql).update();
  }

  private static Stream<Arguments> asked() {
    return Stream.of(
        Arguments.of(ConnectionList.LISTING, "", Map.of()),
        Arguments.of(ConnectionList.LISTING, "id", Map.of()),
        Arguments.of(ConnectionList.LISTING, "", Map.of("state", "asked,confirmed")),
        Arguments.of(ConnectionList.LISTING, "", Map.of("state", "rejected")),
        Arguments.of(ConnectionList.LISTING, "", Map.of("client", "777")),
        Arguments.of(ConnectionList.LISTING, "", Map.of("name", "person-777")),
        Arguments.of(ConnectionList.LISTING, "", Map.of("router", "1")),
        Arguments.of(ConnectionList.LISTING, "", Map.of("tunnel", "10.0.3.4")),
        Arguments.of(ConnectionList.LISTING, "", Map.of("caller", "100.64.3.4")),
        Arguments.of(
            ConnectionList.LISTING,
            "",
            Map.of("since", "2026-03-01T00:00:00Z", "until", "2026-03-01T06:00:00Z")),
        Arguments.of(ClientList.LISTING, "", Map.of()),
        Arguments.of(ClientList.LISTING, "name", Map.of()),
        Arguments.of(ClientList.LISTING, "-seen_at", Map.of()),
        Arguments.of(ClientList.LISTING, "name", Map.of("name", "person-99")),
        Arguments.of(ClientList.LISTING, "", Map.of("account", "person-4711")),
        Arguments.of(ClientList.LISTING, "", Map.of("chat_id", "1004711")),
        Arguments.of(ClientList.LISTING, "name", Map.of("state", "banned")),
        Arguments.of(ClientList.LISTING, "", Map.of("state", "locked")),
        Arguments.of(ClientList.LISTING, "-seen_at", Map.of("state", "live")),
        Arguments.of(ClientList.LISTING, "", Map.of("state", "offered")),
        Arguments.of(ClientList.LISTING, "name", Map.of("state", "banned,locked,live,offered")),
        Arguments.of(BanList.LISTING, "", Map.of()),
        Arguments.of(BanList.LISTING, "", Map.of("client", "1001")),
        Arguments.of(BanList.LISTING, "", Map.of("in_force", "true")),
        Arguments.of(BanList.LISTING, "", Map.of("in_force", "false")),
        Arguments.of(BanList.LISTING, "", Map.of("reason", "admin")),
        Arguments.of(BanList.LISTING, "", Map.of("caller", "100.64.3.4")),
        Arguments.of(QuestionList.LISTING, "", Map.of()),
        Arguments.of(QuestionList.LISTING, "", Map.of("refused", "true")),
        Arguments.of(QuestionList.LISTING, "", Map.of("waiting", "true")),
        Arguments.of(QuestionList.LISTING, "", Map.of("chat_id", "1750001")));
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("asked")
  void a_page_looks_at_few_rows(Listing<?> listing, String sort, Map<String, String> narrowed) {
    List<String> plan = listing.plan(database, new Asked(narrowed, sort, "", 50));

    assertThat(plan)
        .noneMatch(
            line -> line.matches(".*Seq Scan on (connection|client|question|ban|ban_entry)\\b.*"));
    assertThat(looked(plan)).as(String.join("\n", plan)).isLessThan(FEW);
  }

  @Test
  void how_it_stands_is_read_from_indexes_alone() {
    assertThat(plan(JdbcStatistics.NOW)).noneMatch(line -> line.contains("Seq Scan on connection"));
    assertThat(plan("select min(owed_since) from connection where owed_since is not null"))
        .noneMatch(line -> line.contains("Seq Scan on connection"));
  }

  private static List<String> plan(String sql) {
    return database.sql("explain " + sql).query((row, _) -> row.getString(1)).list();
  }

  @Test
  void a_page_far_behind_costs_what_the_first_does() {
    String behind = new Cursor("-id", 500_000, "500000").written();
    List<String> plan = ConnectionList.LISTING.plan(database, new Asked(Map.of(), "", behind, 50));
    assertThat(looked(plan)).as(String.join("\n", plan)).isLessThan(FEW);
  }

  private static long looked(List<String> plan) {
    long rows = 0;
    for (String line : plan) {
      Matcher actual = ROWS.matcher(line.replaceFirst("^.*actual ", ""));
      if (line.contains("actual ") && actual.find()) {
        rows += Long.parseLong(actual.group(1)) * Long.parseLong(actual.group(2));
      }
      Matcher removed = REMOVED.matcher(line);
      rows += removed.find() ? Long.parseLong(removed.group(1)) : 0;
    }
    return rows;
  }
}
