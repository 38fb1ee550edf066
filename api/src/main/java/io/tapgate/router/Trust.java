package io.tapgate.router;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How we know that the router at the other end is the router, and who can listen in. */
public sealed interface Trust {

  /** TLS; the certificate must be signed by this CA (or one the machine knows) for this host. */
  record Verified(Optional<Path> ca) implements Trust {}

  /** The same with a CA that is on record, as PEM. */
  record SignedBy(String ca) implements Trust {}

  /** TLS; the certificate must be exactly the one with this SHA-256 fingerprint (64 hex digits). */
  record Pinned(String fingerprint) implements Trust {}

  /** Plain text. For a private management network only: the password crosses it readably. */
  record Plain() implements Trust {}

  default Kind kind() {
    return switch (this) {
      case Verified _, SignedBy _ -> Kind.VERIFY;
      case Pinned _ -> Kind.PINNED;
      case Plain _ -> Kind.OFF;
    };
  }

  /** As admins write it. */
  enum Kind {
    VERIFY,
    PINNED,
    OFF;

    static final String FORM = "verify|pinned|off";
    static final String ADVICE = "write verify, pinned or off";

    public static Kind read(String text) {
      if (!text.matches(FORM)) {
        throw new IllegalArgumentException(ADVICE);
      }
      return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
