package io.tapgate.playground.router.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a certificate's key may be used for, in the router's own order. */
final class KeyUsage {
  private static final List<String> ALL =
      List.of(
          "digital-signature",
          "content-commitment",
          "key-encipherment",
          "data-encipherment",
          "key-agreement",
          "key-cert-sign",
          "crl-sign",
          "encipher-only",
          "decipher-only",
          "tls-server",
          "tls-client",
          "code-sign",
          "email-protect",
          "timestamp",
          "ocsp-sign");
  static final String USUAL =
      "digital-signature,key-encipherment,data-encipherment,key-cert-sign,crl-sign"
          + ",tls-server,tls-client";

  private KeyUsage() {}

  static Optional<String> normal(String typed) {
    Set<String> said = Set.copyOf(List.of(typed.split(",", -1)));
    return ALL.containsAll(said)
        ? Optional.of(ALL.stream().filter(said::contains).collect(Collectors.joining(",")))
        : Optional.empty();
  }
}
