package io.tapgate.admin.jdbc;

import io.tapgate.admin.Statistics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStatistics implements Statistics {
  private static final String SINCE =
      "(date_trunc('day', tapgate_now() at time zone 'UTC') - make_interval(days => :days - 1))"
          + " at time zone 'UTC'";

  /** Of UTC, as every session of the pool is. */
  private static final String DAYS =
      """
      select d.day,
             count(c.id) as reported,
             count(*) filter (where c.state = 'ASKED') as asked,
             count(*) filter (where c.state = 'CONFIRMED') as confirmed,
             count(*) filter (where c.state = 'REJECTED') as rejected,
             count(*) filter (where c.state = 'EXPIRED') as expired,
             count(*) filter (where c.state = 'BANNED') as banned,
             count(*) filter (where c.state = 'ENDED') as ended,
             count(c.confirmed_at) as ever_confirmed
      from generate_series(
             %1$s, tapgate_now(), interval '1 day') as d(day)
      left join connection c on c.asked_at >= d.day and c.asked_at < d.day + interval '1 day'
        and c.asked_at >= %1$s
      group by d.day order by d.day desc
      """
          .formatted(SINCE);

  private static final String MEDIAN =
      """
      select percentile_cont(0.5) within group (
               order by extract(epoch from confirmed_at - taken_at)) as seconds
      from connection
      where asked_at >= %s and confirmed_at >= taken_at
      """
          .formatted(SINCE);

  static final String NOW =
      """
      select (select count(*) from connection where state = 'ASKED') as asked,
             (select count(*) from connection where state = 'CONFIRMED') as confirmed,
             (select count(*) from connection where owed_since is not null) as owed_router,
             (select count(*) from question where tell_at is not null) as owed_questions,
             (select count(*) from ban where lifted_at is null
                and coalesce(until_at, 'infinity') > tapgate_now()) as bans
      """;

  private final JdbcClient database;

  JdbcStatistics(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Summary days(int days) {
    return new Summary(
        database.sql(DAYS).param("days", days).query((row, _) -> day(row)).list(),
        database
            .sql(MEDIAN)
            .param("days", days)
            .query((row, _) -> (Double) row.getObject("seconds"))
            .list()
            .getFirst());
  }

  @Override
  public Now now() {
    return database
        .sql(NOW)
        .query((row, _) ->
            new Now(
                new Live(row.getLong("asked"), row.getLong("confirmed")),
                new Owed(row.getLong("owed_router"), row.getLong("owed_questions")),
                row.getLong("bans")))
        .single();
  }

  private static Day day(ResultSet row) throws SQLException {
    return new Day(
        row.getObject("day", OffsetDateTime.class)
            .withOffsetSameInstant(ZoneOffset.UTC)
            .toLocalDate(),
        row.getLong("reported"),
        row.getLong("asked"),
        row.getLong("confirmed"),
        row.getLong("rejected"),
        row.getLong("expired"),
        row.getLong("banned"),
        row.getLong("ended"),
        row.getLong("ever_confirmed"));
  }
}
