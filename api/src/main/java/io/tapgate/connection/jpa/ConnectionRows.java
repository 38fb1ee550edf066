package io.tapgate.connection.jpa;

import jakarta.persistence.LockModeType;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Each reading carries the instant at which it was made, by the clock that sets the deadlines. */
interface ConnectionRows extends Repository<ConnectionRow, Long> {

  /** A row and the database's clock, read together. */
  record Read(ConnectionRow row, Instant at) {}

  String READ =
      "select new io.tapgate.connection.jpa.ConnectionRows$Read(c, function(tapgate_now as Instant))"
          + " from ConnectionRow c ";

  Optional<ConnectionRow> findById(long id);

  ConnectionRow saveAndFlush(ConnectionRow row);

  @Query(READ + "where c.id = :id")
  Optional<Read> read(long id);

  @Query(READ + "where c.id in :ids order by c.id")
  List<Read> read(Collection<Long> ids);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(READ + "where c.id = :id")
  Optional<Read> hold(long id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(READ + "where c.client = :client and c.state in ('ASKED', 'CONFIRMED') order by c.id")
  List<Read> holdLive(long client);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(READ + "where c.router = :router and c.state in ('ASKED', 'CONFIRMED') order by c.id")
  List<Read> holdLiveThrough(long router);

  @Query(
      READ
          + "where c.router = :router and c.driveAt <= function(tapgate_now as Instant)"
          + " order by c.driveAt fetch first :most rows only")
  List<Read> owed(long router, int most);

  @Query(
      "select count(c) = 0 from ConnectionRow c"
          + " where c.router = :router and c.tunnel = :tunnel and c.id > :id")
  boolean isNewest(long router, InetAddress tunnel, long id);

  /** One descent of an index for each address. */
  @Query(
      nativeQuery = true,
      value =
          """
          select newest.id
          from (select tunnel from connection
                where router_id = :router and state in ('ASKED', 'CONFIRMED')
                union
                select cast(one as inet) from unnest(cast(:listed as text[])) as one) at
          cross join lateral (
            select id from connection c
            where c.router_id = :router and c.tunnel = at.tunnel
            order by c.id desc limit 1) newest
          """)
  List<Long> newest(long router, String[] listed);

  @Query(nativeQuery = true, value = "select tapgate_now()")
  Instant now();

  @Query(
      nativeQuery = true,
      value =
          """
          with due as (
            select id from connection
            where state = 'ASKED' and deadline_at <= tapgate_now()
            order by deadline_at
            limit :most
            for no key update skip locked)
          update connection c
          set state = 'EXPIRED', cause = 'DEADLINE', actor = 'tapgate', reason = null,
              enforced = null, changed_at = tapgate_now(),
              owed_since = tapgate_now(), overdue_at = null, drive_at = tapgate_now(), attempts = 0,
              doubted = false,
              version = version + 1
          from due where c.id = due.id
          returning c.id
          """)
  List<Long> expireDue(int most);

  @Query(
      nativeQuery = true,
      value =
          """
          with silent as (
            select id from connection
            where owed_since <= tapgate_now() - make_interval(secs => :patience)
              and owed_since is not null and overdue_at is null
            limit :most
            for no key update skip locked)
          update connection c set overdue_at = tapgate_now()
          from silent where c.id = silent.id
          returning c.id
          """)
  List<Long> markOverdue(double patience, int most);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          update connection
          set taken_at = tapgate_now(),
              deadline_at = least(deadline_at, tapgate_now() + make_interval(secs => :seconds))
          where id = :id and state <> 'BANNED' and taken_at is null
          """)
  int questionTaken(long id, double seconds);

  String IF_UNCHANGED_AND_OURS =
      """
       where id = :id and version = :version and state = :state
         and exists (select from drive
                     where thing = :thing and owner = :owner and epoch = :epoch)
      """;

  @Query(
      nativeQuery = true,
      value =
          "update connection set enforced = state,"
              + " let_in_at = coalesce(let_in_at, case when state = 'CONFIRMED' then tapgate_now() end),"
              + " owed_since = null, overdue_at = null, attempts = 0, doubted = false,"
              + " enforced_at = tapgate_now(), trouble = null,"
              + " drive_at = tapgate_now() + make_interval(secs => cast(:again as double precision))"
              + IF_UNCHANGED_AND_OURS
              + " returning tapgate_now()")
  Optional<Instant> enforced(
      long id,
      int version,
      String state,
      String thing,
      String owner,
      long epoch,
      @Nullable Double again);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          "update connection set attempts = attempts + 1, trouble = :trouble,"
              + " drive_at = tapgate_now() + make_interval("
              + "secs => least(:pause * power(2, least(attempts, 10)), :most))"
              + IF_UNCHANGED_AND_OURS)
  int putOff(
      long id,
      int version,
      String state,
      String thing,
      String owner,
      long epoch,
      String trouble,
      double pause,
      double most);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          "update connection set doubted = true,"
              + " drive_at = tapgate_now() + make_interval(secs => :pause)"
              + IF_UNCHANGED_AND_OURS)
  int doubt(
      long id, int version, String state, String thing, String owner, long epoch, double pause);

  @Query(
      nativeQuery = true,
      value =
          "update connection set session = :session"
              + IF_UNCHANGED_AND_OURS
              + " returning tapgate_now()")
  Optional<Instant> bind(
      long id, int version, String state, String thing, String owner, long epoch, String session);

  /** What waits for a later try waits no longer. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          update connection set drive_at = tapgate_now(), attempts = 0
          where router_id = :router and owed_since is not null and drive_at is not null
          """)
  int lookAgain(long router);

  /** How many are live through one router. */
  interface LiveRow {
    long getRouter();

    int getLive();
  }

  @Query(
      nativeQuery = true,
      value =
          """
          select router_id as router, count(*) as live from connection
          where state in ('ASKED', 'CONFIRMED') group by router_id
          """)
  List<LiveRow> live();

  /** Whoever still tries is told, by the version, that it is not wanted any more. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          update connection
          set drive_at = null, owed_since = null, overdue_at = null, version = version + 1
          where router_id = :router and (drive_at is not null or owed_since is not null)
          """)
  int letOff(long router);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          update connection c set drive_at = least(c.drive_at, tapgate_now())
          from connection read join router r on r.id = read.router_id and r.removed_at is null
          where read.id = :id
            and c.id in (read.id, (select newest.id from connection newest
                                   where newest.router_id = read.router_id
                                     and newest.tunnel = read.tunnel
                                   order by newest.id desc limit 1))
          """)
  int owedAgain(long id);

  /** What the router still owes us is kept, however old. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          delete from connection where id in (
            select id from connection
            where state not in ('ASKED', 'CONFIRMED') and owed_since is null
              and changed_at < tapgate_now() - make_interval(secs => :age)
            order by changed_at limit :most)
          """)
  int forget(double age, int most);

  /** Telegram may take its question at any moment: whichever is first, the other one sees it. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          update connection
          set counts = counts and taken_at is not null, session = coalesce(session, :session)
          where id = :id and state not in ('ASKED', 'CONFIRMED')
          """)
  int askedAnew(long id, String session);

  @Query(
      nativeQuery = true,
      value =
          """
          select exists (select from tapgate_chances(:client)
                         where id = :id or (router_id = :router and tunnel = :tunnel
                                            and session = :session))
          """)
  boolean hadItsChance(long id, long client, long router, InetAddress tunnel, String session);
}
