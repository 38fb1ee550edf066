package io.tapgate.driving.jdbc;

import io.tapgate.driving.Claim;
import io.tapgate.driving.Claims;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClaims implements Claims {
  private static final String TAKE =
      """
      insert into drive as d (thing, owner, driver, lifeline, epoch, until_at)
      values (:thing, :owner, :driver, :lifeline, 1,
              tapgate_now() + make_interval(secs => :span))
      on conflict (thing) do update
      set owner = excluded.owner,
          driver = excluded.driver,
          lifeline = excluded.lifeline,
          epoch = case when d.owner = excluded.owner and d.driver = excluded.driver
                            and d.until_at > tapgate_now()
                       then d.epoch else d.epoch + 1 end,
          until_at = excluded.until_at
      where (d.owner = excluded.owner and d.driver = excluded.driver)
         or d.until_at <= tapgate_now()
         or (d.lifeline and not tapgate_is_alive(d.owner))
      returning epoch
      """;

  private static final String RELEASE =
      """
      update drive set until_at = tapgate_now()
      where thing = :thing and owner = :owner and epoch = :epoch
      """;

  private final JdbcClient database;

  JdbcClaims(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Optional<Claim> take(String thing, String owner, Duration span) {
    return take(thing, owner, "", span, false);
  }

  @Override
  public Optional<Claim> takeWhileAlive(String thing, String node, String driver, Duration span) {
    return take(thing, node, driver, span, true);
  }

  private Optional<Claim> take(
      String thing, String owner, String driver, Duration span, boolean lifeline) {
    return database
        .sql(TAKE)
        .param("thing", thing)
        .param("owner", owner)
        .param("driver", driver)
        .param("lifeline", lifeline)
        .param("span", span.toMillis() / 1000.0)
        .query(Long.class)
        .optional()
        .map(epoch -> new Claim(thing, owner, epoch));
  }

  @Override
  public boolean isTaken(String thing) {
    return database
        .sql(
            "select exists (select from drive where thing = :thing and until_at > tapgate_now()"
                + " and (not lifeline or tapgate_is_alive(owner)))")
        .param("thing", thing)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  @Override
  public void release(Claim claim) {
    database
        .sql(RELEASE)
        .param("thing", claim.thing())
        .param("owner", claim.owner())
        .param("epoch", claim.epoch())
        .update();
  }
}
