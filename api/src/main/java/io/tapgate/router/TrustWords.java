package io.tapgate.router;

import java.util.Optional;

/**
 * What an admin writes of how a router is to be trusted; what is empty stays as it was.
 *
 * @param ca PEM, or "none" to go back to those the machine knows
 */
public record TrustWords(
    Optional<Trust.Kind> tls, Optional<String> ca, Optional<String> fingerprint) {
  private static final String MACHINES_OWN = "none";

  public TrustWords {
    ca.ifPresent(TrustWords::ca);
    fingerprint = fingerprint.map(RouterTerms::fingerprint);
  }

  public static String ca(String text) {
    return text.equals(MACHINES_OWN) ? text : RouterTerms.ca(text);
  }

  /** Of a router that nothing is known of yet. */
  public Trust said() {
    try {
      return over(new Trust.Verified(Optional.empty()));
    } catch (Unfitting unfitting) {
      throw unfitting.asRefusal();
    }
  }

  Trust over(Trust before) {
    Trust.Kind kind = tls.orElse(before.kind());
    if (kind != Trust.Kind.VERIFY && ca.isPresent()) {
      throw new Unfitting("ca", "goes with tls verify alone");
    }
    if (kind != Trust.Kind.PINNED && fingerprint.isPresent()) {
      throw new Unfitting("fingerprint", "goes with tls pinned alone");
    }
    return switch (kind) {
      case OFF -> new Trust.Plain();
      case PINNED -> pinned(before);
      case VERIFY -> ca.map(TrustWords::verified).orElseGet(() -> verifiedAs(before));
    };
  }

  private Trust pinned(Trust before) {
    return fingerprint
        .<Trust>map(Trust.Pinned::new)
        .or(() -> Optional.of(before).filter(Trust.Pinned.class::isInstance))
        .orElseThrow(() ->
            new Unfitting(
                "fingerprint", "is needed with tls pinned: " + RouterTerms.FINGERPRINT_FORM));
  }

  private static Trust verified(String ca) {
    return ca.equals(MACHINES_OWN) ? new Trust.Verified(Optional.empty()) : new Trust.SignedBy(ca);
  }

  private static Trust verifiedAs(Trust before) {
    return before.kind() == Trust.Kind.VERIFY ? before : new Trust.Verified(Optional.empty());
  }
}
