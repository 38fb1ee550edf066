package io.tapgate.admin;

import io.tapgate.audit.By;
import io.tapgate.doors.Scope;
import java.time.Duration;
import java.util.Optional;

/** The keys of the admin API. Only their digests are kept. */
public interface Keyring {

  Optional<ApiKey> find(long id);

  /** A key of which nobody will hear again. */
  record Made(ApiKey key, String secret) {}

  /**
   * @param life how long it opens; empty means until it is revoked
   */
  Made make(String name, Scope scope, Optional<Duration> life, By by);

  /** What became of an order to revoke a key. */
  enum Revoked {
    DONE,
    ALREADY,
    /** ADMIN_TOKEN goes with the environment. */
    FROM_ENVIRONMENT,
    UNKNOWN
  }

  Revoked revoke(long id, By by);
}
