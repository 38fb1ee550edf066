package io.tapgate.router.jdbc;

import io.tapgate.connection.RouterId;
import io.tapgate.doors.KeyDigest;
import io.tapgate.router.Router;
import io.tapgate.router.RouterPasswords;
import io.tapgate.router.RouterSettings;
import io.tapgate.router.Routers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All routers, kept in memory. The first one's row is there from the beginning, and all else of it
 * follows the environment: it stays the same under any name, and with it what is on record about
 * it.
 */
@Repository
class JdbcRouters implements Routers {
  private static final Logger log = LoggerFactory.getLogger(JdbcRouters.class);

  private static final String CALL =
      """
      update router
      set name = :name, version = version + case when name = :name then 0 else 1 end
      where from_environment returning id
      """;

  /**
   * Rows stay and versions only grow, so whatever is done to a router makes another text of this;
   * and so does an earlier token when its time is over.
   */
  private static final String EDITION =
      """
      select concat_ws(' ', count(*), sum(version),
                       count(*) filter (where earlier_until > tapgate_now()))
      from router
      """;

  private final JdbcClient database;
  private final RouterPasswords passwords;
  private final Router first;
  private String edition = "";
  private volatile Reading last;

  JdbcRouters(JdbcClient database, RouterSettings settings, RouterPasswords passwords) {
    this.database = database;
    this.passwords = passwords;
    this.first = settings.router(new RouterId(call(database, settings.name())));
    this.last =
        new Reading(
            List.of(first),
            Set.of(),
            Set.of(),
            Map.of(first.id(), first.name()),
            Map.of(),
            Map.of());
    readAgain();
  }

  private static long call(JdbcClient database, String name) {
    try {
      return database.sql(CALL).param("name", name).query(Long.class).single();
    } catch (DuplicateKeyException taken) {
      throw new RouterNameTaken(taken);
    }
  }

  @Override
  public RouterId first() {
    return first.id();
  }

  @Override
  public Reading now() {
    return last;
  }

  /** The edition is read first: what changes in between is read twice, not missed. */
  @Override
  public synchronized Reading readAgain() {
    String now = database.sql(EDITION).query(String.class).single();
    if (!now.equals(edition)) {
      Reading fresh = reading(RouterRow.all(database));
      tellOfLocked(fresh);
      last = fresh;
      edition = now;
    }
    return last;
  }

  private Reading reading(List<RouterRow> rows) {
    List<RouterRow> all = rows.stream().filter(RouterRow::isAdded).toList();
    List<RouterRow> added = all.stream().filter(row -> !row.isDisabled()).toList();
    List<Router> driven = new ArrayList<>(List.of(first));
    Set<String> locked = new HashSet<>();
    for (RouterRow row : added) {
      passwords
          .open(row.id(), row.itsPassword())
          .ifPresentOrElse(
              password -> driven.add(row.router(password)), () -> locked.add(row.name()));
    }
    return new Reading(
        driven,
        locked,
        all.stream().filter(RouterRow::isDisabled).map(RouterRow::name).collect(Collectors.toSet()),
        rows.stream().collect(Collectors.toMap(RouterRow::id, RouterRow::name)),
        all.stream().collect(Collectors.toMap(RouterRow::id, RouterRow::limits)),
        hooks(added));
  }

  private static Map<KeyDigest, RouterId> hooks(List<RouterRow> added) {
    Map<KeyDigest, RouterId> hooks = new HashMap<>();
    added.forEach(row -> row.hooks().forEach(hook -> hooks.put(hook, row.id())));
    return hooks;
  }

  private void tellOfLocked(Reading fresh) {
    fresh.locked().stream()
        .filter(name -> !last.locked().contains(name))
        .forEach(name ->
            log.error(
                "the password of router {} does not open with this TAPGATE_KEY, and it is not"
                    + " driven here: write its password again, or give this node the key it"
                    + " was locked with",
                name));
  }
}
