package io.tapgate.playground.router.console;

import io.tapgate.playground.router.certificate.Certified;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What a certificate says of itself, as the menu tells it. */
final class CertificateWords {
  private CertificateWords() {}

  static Map<String, String> of(Certified one, Instant now, Dialect dialect) {
    X509Certificate certificate = one.certificate();
    Instant end = certificate.getNotAfter().toInstant();
    Map<String, String> words = new HashMap<>();
    words.put("issuer", certificate.getIssuerX500Principal().getName());
    words.put("serial-number", certificate.getSerialNumber().toString(16));
    words.put("fingerprint", one.fingerprint());
    words.put("akid", one.authorityKey());
    words.put("skid", one.subjectKey());
    words.put("invalid-before", dialect.date(certificate.getNotBefore().toInstant()));
    words.put("invalid-after", dialect.date(end));
    if (now.isBefore(end)) {
      words.put("expires-after", Span.print(Duration.between(now, end)));
    } else {
      words.put("expired", "true");
    }
    return words;
  }
}
