package io.tapgate.admin.jdbc;

import io.tapgate.admin.ApiKey;
import io.tapgate.admin.Keyring;
import io.tapgate.audit.By;
import io.tapgate.audit.Happening;
import io.tapgate.audit.Recording;
import io.tapgate.doors.ApiKeys;
import io.tapgate.doors.KeyDigest;
import io.tapgate.doors.Scope;
import io.tapgate.doors.Visitor;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcKeyring implements Keyring, ApiKeys {
  private static final Logger log = LoggerFactory.getLogger(JdbcKeyring.class);
  private static final int RANDOM_BYTES = 32;
  private static final Duration USED_AGAIN = Duration.ofMinutes(1);

  private static final String NOTE_USE =
      """
      update api_key set used_at = tapgate_now()
      where id = :id and (used_at is null or used_at <= tapgate_now() - interval '1 minute')
      """;

  private final JdbcClient database;
  private final Recording recording;
  private final SecureRandom random = new SecureRandom();
  private final long environmentKey;
  private final AtomicLong notedAt = new AtomicLong(System.nanoTime() - USED_AGAIN.toNanos());

  JdbcKeyring(JdbcClient database, Recording recording) {
    this.database = database;
    this.recording = recording;
    this.environmentKey =
        database.sql("select id from api_key where from_environment").query(Long.class).single();
  }

  @Override
  public Optional<ApiKey> find(long id) {
    return KeyList.LISTING.one(database, id);
  }

  @Override
  @Transactional
  public Made make(String name, Scope scope, Optional<Duration> life, By by) {
    String secret = secret();
    long id =
        database
            .sql(
                """
                insert into api_key (name, scope, digest, made_by, expires_at)
                values (:name, :scope, :digest, :by,
                        tapgate_now() + make_interval(secs => cast(:life as double precision)))
                returning id
                """)
            .param("name", name)
            .param("scope", scope.name())
            .param("digest", KeyDigest.of(secret).bytes())
            .param("by", by.actor().toString())
            .param("life", life.map(span -> span.toMillis() / 1000.0).orElse(null))
            .query(Long.class)
            .single();
    recording.note(
        Happening.of("key.made", by).key(id).with(Map.of("name", name, "scope", scope.toString())));
    return new Made(find(id).orElseThrow(), secret);
  }

  @Override
  @Transactional
  public Revoked revoke(long id, By by) {
    ApiKey key = find(id).orElse(null);
    if (key == null) {
      return Revoked.UNKNOWN;
    }
    if (key.fromEnvironment()) {
      return Revoked.FROM_ENVIRONMENT;
    }
    int revoked =
        database
            .sql(
                "update api_key set revoked_at = tapgate_now() where id = :id and revoked_at is null")
            .param("id", id)
            .update();
    if (revoked == 0) {
      return Revoked.ALREADY;
    }
    recording.note(Happening.of("key.revoked", by).key(id).with(Map.of("name", key.name())));
    return Revoked.DONE;
  }

  @Override
  public Found find(KeyDigest digest) {
    Optional<ApiKey> known =
        database
            .sql(KeyList.LISTING.select() + " where a.digest = :digest")
            .param("digest", digest.bytes())
            .query((row, _) -> KeyList.read(row))
            .optional();
    return known.map(this::found).orElseGet(Found.Unknown::new);
  }

  private Found found(ApiKey key) {
    return switch (key.state()) {
      case "revoked" -> new Found.Over("was revoked");
      case "expired" -> new Found.Over("has expired");
      default -> {
        database.sql(NOTE_USE).param("id", key.id()).update();
        yield new Found.Valid(new Visitor.Admin(key.id(), key.scope()));
      }
    };
  }

  @Override
  public long environmentKey() {
    return environmentKey;
  }

  @Override
  public void used(long key) {
    long now = System.nanoTime();
    long before = notedAt.get();
    if (now - before < USED_AGAIN.toNanos() || !notedAt.compareAndSet(before, now)) {
      return;
    }
    try {
      database.sql(NOTE_USE).param("id", key).update();
    } catch (DataAccessException trouble) {
      log.debug("that key {} was used could not be noted", key, trouble);
    }
  }

  private String secret() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
