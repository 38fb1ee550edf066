package io.tapgate.playground.router.fetch;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a certificate stands for. */
final class Names {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  private Names() {}

  /** Refuses a certificate for somebody else. How a router words that is not known. */
  static void check(X509Certificate certificate, String host) throws CertificateException {
    Collection<List<?>> all =
        Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
    boolean named =
        all.isEmpty() ? isCommonName(certificate, host) : said(all).anyMatch(one -> is(one, host));
    if (!named) {
      throw new CertificateException("ssl: certificate is not for " + host + " (6)");
    }
  }

  private static Stream<String> said(Collection<List<?>> names) {
    return names.stream()
        .filter(name -> name.getFirst().equals(DNS) || name.getFirst().equals(ADDRESS))
        .map(name -> String.valueOf(name.get(1)));
  }

  private static boolean isCommonName(X509Certificate certificate, String host) {
    return Stream.of(certificate.getSubjectX500Principal().getName().split(",", -1))
        .filter(part -> part.startsWith("CN="))
        .anyMatch(part -> is(part.substring("CN=".length()), host));
  }

  /** {@code *.example.com} stands for every name with one word more. */
  private static boolean is(String name, String host) {
    String wanted = host.toLowerCase(Locale.ROOT);
    String said = name.toLowerCase(Locale.ROOT);
    int dot = wanted.indexOf('.');
    return said.equals(wanted)
        || (said.startsWith("*.") && dot > 0 && said.substring(1).equals(wanted.substring(dot)));
  }
}
