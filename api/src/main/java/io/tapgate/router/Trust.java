package io.tapgate.router;

import java.nio.file.Path;
import java.util.Optional;

/** How we know that the router at the other end is the router, and who can listen in. */
public sealed interface Trust {

  /** TLS; the certificate must be signed by this CA (or one the machine knows) for this host. */
  record Verified(Optional<Path> ca) implements Trust {}

  /** TLS; the certificate must be exactly the one with this SHA-256 fingerprint (64 hex digits). */
  record Pinned(String fingerprint) implements Trust {}

  /** Plain text. For a private management network only: the password crosses it readably. */
  record Plain() implements Trust {}
}
