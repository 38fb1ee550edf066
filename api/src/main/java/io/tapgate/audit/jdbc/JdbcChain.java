package io.tapgate.audit.jdbc;

import io.tapgate.audit.Anchor;
import io.tapgate.audit.Chain;
import io.tapgate.audit.Checkpoint;
import io.tapgate.audit.Head;
import io.tapgate.audit.Link;
import io.tapgate.audit.Noted;
import io.tapgate.audit.Seal;
import io.tapgate.audit.Standing;
import io.tapgate.audit.While;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChain implements Chain {
  private static final String HEAD =
      "select place, hash, sealed_at, signature from audit_head for update skip locked";

  private static final String BEGIN =
      """
      insert into audit_head (place, hash, sealed_at, signature)
      values (:place, decode(:hash, 'hex'), :at, decode(:signature, 'hex'))
      on conflict do nothing
      """;

  private static final String LAST =
      """
      (select place, hash from audit order by place desc limit 1)
      union all
      (select place, hash from audit_checkpoint order by place desc limit 1)
      order by place desc limit 1
      """;

  /** Whoever holds the head is alone with them: each needs no lock of its own. */
  private static final String FRESH =
      "select %s from audit_fresh order by id limit :most".formatted(Rows.COLUMNS);

  /** The rows themselves never leave the database a second time: they are told their places. */
  private static final String APPEND =
      """
      with sealed as (
        select * from unnest(:places, :ids, :hashes) as s (place, id, hash)),
      taken as (
        delete from audit_fresh using sealed where audit_fresh.id = sealed.id
        returning sealed.place, audit_fresh.*, decode(sealed.hash, 'hex') as hash)
      insert into audit (place, %1$s, hash) select place, %1$s, hash from taken
      """
          .formatted(Rows.COLUMNS);

  private static final String MOVE_HEAD =
      """
      update audit_head set place = :place, hash = decode(:hash, 'hex'), sealed_at = :at,
        signature = decode(:signature, 'hex')
      """;

  private static final String AFTER =
      "select place, %s, hash from audit where place > :place order by place limit :most"
          .formatted(Rows.COLUMNS);

  private static final String BETWEEN =
      """
      select place, %s, hash from audit
      where place > :place and place <= :upTo
        and (cast(:since as timestamptz) is null or at >= :since)
        and (cast(:until as timestamptz) is null or at < :until)
      order by place
      """
          .formatted(Rows.COLUMNS);

  private static final String REMOVE =
      """
      with gone as (delete from audit where place <= :place),
      earlier as (delete from audit_checkpoint where place < :place)
      insert into audit_checkpoint (place, hash, made_at, signature)
      values (:place, decode(:hash, 'hex'), :at, decode(:signature, 'hex'))
      on conflict do nothing
      """;

  private final JdbcClient database;

  JdbcChain(JdbcClient database) {
    this.database = database;
  }

  @Override
  public boolean hasFresh() {
    return database.sql("select exists (select from audit_fresh)").query(Boolean.class).single();
  }

  @Override
  public boolean begin(Head head) {
    return signed(database.sql(BEGIN), head.anchor(), head.at(), head.seal()).update() == 1;
  }

  @Override
  public Optional<Head> hold() {
    return held().or(() -> begin(unsigned()) ? held() : Optional.empty());
  }

  private Head unsigned() {
    return new Head(Anchor.GENESIS, now(), new Seal(""));
  }

  private Optional<Head> held() {
    return database.sql(HEAD).query((row, _) -> head(row)).optional();
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        Rows.anchor(row), Rows.instant(row, "sealed_at"), new Seal(Rows.hex(row, "signature")));
  }

  @Override
  public Anchor last() {
    return database.sql(LAST).query((row, _) -> Rows.anchor(row)).optional().orElse(Anchor.GENESIS);
  }

  @Override
  public List<Noted> takeFresh(int most) {
    return database.sql(FRESH).param("most", most).query((row, _) -> Rows.noted(row)).list();
  }

  @Override
  public void append(List<Link> links, Head head) {
    database
        .sql(APPEND)
        .param("places", links.stream().map(Link::place).toArray(Long[]::new))
        .param("ids", links.stream().map(link -> link.noted().id()).toArray(Long[]::new))
        .param("hashes", links.stream().map(link -> link.hash().hex()).toArray(String[]::new))
        .update();
    signed(database.sql(MOVE_HEAD), head.anchor(), head.at(), head.seal()).update();
  }

  @Override
  public Instant now() {
    return ago(Duration.ZERO);
  }

  @Override
  public Instant ago(Duration age) {
    return database
        .sql("select tapgate_now() - make_interval(secs => :seconds) as then")
        .param("seconds", age.toMillis() / 1000.0)
        .query((row, _) -> Rows.instant(row, "then"))
        .single();
  }

  @Override
  public List<Link> after(long place, int most) {
    return database
        .sql(AFTER)
        .param("place", place)
        .param("most", most)
        .query((row, _) -> Rows.link(row))
        .list();
  }

  @Override
  public List<Link> between(long place, long upTo, While happened) {
    return database
        .sql(BETWEEN)
        .param("place", place)
        .param("upTo", upTo)
        .param("since", moment(happened.since()))
        .param("until", moment(happened.until()))
        .query((row, _) -> Rows.link(row))
        .list();
  }

  private static @Nullable OffsetDateTime moment(Optional<Instant> at) {
    return at.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  @Override
  public Optional<Long> firstSince(Instant since) {
    return place(PlaceByTime.FIRST_SINCE, since);
  }

  @Override
  public Optional<Long> lastBefore(Instant until) {
    return place(PlaceByTime.LAST_BEFORE, until);
  }

  private Optional<Long> place(String sql, Instant at) {
    return database
        .sql(sql)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query((row, _) -> Rows.number(row, "place"))
        .single();
  }

  @Override
  public Standing standing() {
    return database.sql(StandingRow.SQL).query((row, _) -> StandingRow.read(row)).single();
  }

  @Override
  public void replaceBy(Checkpoint checkpoint) {
    signed(database.sql(REMOVE), checkpoint.anchor(), checkpoint.at(), checkpoint.seal()).update();
  }

  private static JdbcClient.StatementSpec signed(
      JdbcClient.StatementSpec statement, Anchor anchor, Instant at, Seal seal) {
    return statement
        .param("place", anchor.place())
        .param("hash", anchor.hash().hex())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("signature", seal.hex());
  }
}
