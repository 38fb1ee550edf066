package io.tapgate.audit.jdbc;

import io.tapgate.audit.Chain;
import io.tapgate.audit.Recording;
import io.tapgate.audit.Records;
import io.tapgate.house.Database;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own, so that nobody seals but the test, and a clock to push on. */
public final class AuditDatabase {
  private final DriverManagerDataSource source;
  public final JdbcClient sql;
  public final TransactionTemplate transaction;
  public final Chain chain;
  public final Recording recording;
  public final Records records;
  private Duration shift = Duration.ZERO;

  private AuditDatabase(String url) {
    source = new DriverManagerDataSource(url);
    Flyway.configure().dataSource(source).load().migrate();
    sql = JdbcClient.create(source);
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    chain = new JdbcChain(sql);
    recording = new JdbcRecording(sql);
    records = new JdbcRecords(sql);
  }

  public static AuditDatabase fresh() {
    return new AuditDatabase(Database.fresh() + "&options=-c%20lock_timeout=5s");
  }

  /** As if nothing had ever happened. */
  public void empty() {
    run("truncate audit, audit_fresh, audit_head, audit_checkpoint restart identity");
    shift(Duration.ZERO);
  }

  /** As somebody would who has the whole database. */
  public void removeAllThatWasSealed() {
    run("delete from audit");
    run("delete from audit_checkpoint");
    run("delete from audit_head");
  }

  public void passes(Duration span) {
    shift(shift.plus(span));
  }

  private void shift(Duration to) {
    shift = to;
    run(
        """
        create or replace function tapgate_now() returns timestamptz
          language sql stable parallel safe
          return statement_timestamp() + interval '%d seconds'
        """
            .formatted(to.toSeconds()));
  }

  public void run(String statement) {
    sql.sql(statement).update();
  }

  public long count(String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }
}
