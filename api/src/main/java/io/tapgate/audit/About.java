package io.tapgate.audit;

import java.util.Optional;

/**
 * What a record is about: the numbers of rows, which may be gone by the time it is read, and
 * addresses as they were written down.
 */
public record About(
    Optional<Long> connection,
    Optional<Long> client,
    Optional<Long> router,
    Optional<Long> ban,
    Optional<Long> key,
    Optional<String> tunnel,
    Optional<String> caller) {
  private static final About NOTHING =
      new About(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public static About nothing() {
    return NOTHING;
  }

  public About connection(long id) {
    return new About(Optional.of(id), client, router, ban, key, tunnel, caller);
  }

  public About client(long id) {
    return new About(connection, Optional.of(id), router, ban, key, tunnel, caller);
  }

  public About router(long id) {
    return new About(connection, client, Optional.of(id), ban, key, tunnel, caller);
  }

  public About ban(long id) {
    return new About(connection, client, router, Optional.of(id), key, tunnel, caller);
  }

  public About key(long id) {
    return new About(connection, client, router, ban, Optional.of(id), tunnel, caller);
  }

  /** The address inside the VPN. */
  public About tunnel(String address) {
    return new About(connection, client, router, ban, key, Optional.of(address), caller);
  }

  /** Where somebody called from: an address, or a MAC address. */
  public About caller(String address) {
    return new About(connection, client, router, ban, key, tunnel, Optional.of(address));
  }
}
