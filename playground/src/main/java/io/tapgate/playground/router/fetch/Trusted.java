package io.tapgate.playground.router.fetch;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What the router trusts, judged by its own clock. It does not come with authorities of its own.
 */
public record Trusted(List<X509Certificate> certificates, Instant now) {
  public Trusted {
    certificates = List.copyOf(certificates);
  }

  /** Refuses, in a router's words, a chain that leads to nobody trusted. */
  void check(List<X509Certificate> chain) throws CertificateException {
    for (int i = 0; i < chain.size(); i++) {
      X509Certificate one = chain.get(i);
      checkDates(one);
      if (certificates.contains(one) || isSignedByTrusted(one)) {
        return;
      }
      if (i + 1 == chain.size() || !isSignedBy(one, chain.get(i + 1))) {
        throw new CertificateException("ssl: no trusted CA certificate found (6)");
      }
    }
  }

  private void checkDates(X509Certificate one) throws CertificateException {
    Instant end = one.getNotAfter().toInstant();
    Instant start = one.getNotBefore().toInstant();
    boolean late = now.isAfter(end);
    if (late || now.isBefore(start)) {
      String bound = late ? "after: " + end + " < now: " : "before: " + start + " > now: ";
      String whose = one.getSubjectX500Principal().getName();
      throw new CertificateException(
          "ssl: cert not valid (" + bound + now + ") - \"" + whose + "\" (6)");
    }
  }

  private boolean isSignedByTrusted(X509Certificate one) {
    return certificates.stream().anyMatch(other -> isSignedBy(one, other));
  }

  private static boolean isSignedBy(X509Certificate one, X509Certificate other) {
    if (!one.getIssuerX500Principal().equals(other.getSubjectX500Principal())
        || other.getBasicConstraints() < 0) {
      return false;
    }
    try {
      one.verify(other.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }
}
