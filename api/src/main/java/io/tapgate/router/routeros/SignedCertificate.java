package io.tapgate.router.routeros;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts what a CA has signed for this host: our own CA where one is given, else those the machine
 * knows. Java judges; this says which of CA, name and dates was wrong.
 */
final class SignedCertificate extends Judge {
  private final X509ExtendedTrustManager java;
  private final String host;
  private final String authority;

  private SignedCertificate(X509ExtendedTrustManager java, String host, String authority) {
    this.java = java;
    this.host = host;
    this.authority = authority;
  }

  static SignedCertificate by(Optional<Path> ca, String host) {
    try {
      @Nullable KeyStore known = ca.isPresent() ? read(ca.get()) : null;
      String authority = ca.map(file -> "the CA in " + file).orElse("a CA this machine knows");
      return new SignedCertificate(manager(known), host, authority);
    } catch (IOException | GeneralSecurityException broken) {
      throw new IllegalArgumentException(
          "the CA file "
              + ca.map(Path::toString).orElse("")
              + " holds no certificate in PEM that"
              + " can be read",
          broken);
    }
  }

  /** With a CA on record, as PEM. */
  static SignedCertificate by(String pem, String host) {
    try (InputStream ca = new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))) {
      return new SignedCertificate(manager(read(ca)), host, "the CA on record");
    } catch (IOException | GeneralSecurityException broken) {
      throw new IllegalArgumentException("the CA on record cannot be read", broken);
    }
  }

  private static KeyStore read(Path ca) throws IOException, GeneralSecurityException {
    try (InputStream pem = Files.newInputStream(ca)) {
      return read(pem);
    }
  }

  private static KeyStore read(InputStream pem) throws IOException, GeneralSecurityException {
    KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
    known.load(null, null);
    for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
      known.setCertificateEntry("ca" + known.size(), one);
    }
    if (known.size() == 0) {
      throw new CertificateException("no certificate in it");
    }
    return known;
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore known)
      throws GeneralSecurityException {
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(known);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("this Java judges no certificates"));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    try {
      java.checkServerTrusted(chain, authType, socket);
    } catch (CertificateException refused) {
      throw new UntrustedException(reason(chain, authType, refused), refused);
    }
  }

  private String reason(X509Certificate[] chain, String authType, CertificateException refused) {
    if (isCausedBy(refused, CertificateExpiredException.class)) {
      return "its certificate ran out (" + chain[0].getNotAfter().toInstant() + "); renew it";
    }
    if (isCausedBy(refused, CertificateNotYetValidException.class)) {
      return "its certificate is not valid yet; is the clock of this machine right?";
    }
    return isSigned(chain, authType) ? wrongName(chain[0]) : wrongAuthority(chain[0]);
  }

  /** The same judgement without the host: if that is passed, the name was what was wrong. */
  private boolean isSigned(X509Certificate[] chain, String authType) {
    try {
      java.checkServerTrusted(chain, authType);
      return true;
    } catch (CertificateException _) {
      return false;
    }
  }

  private String wrongName(X509Certificate certificate) {
    return "its certificate is for "
        + Reply.shown(names(certificate))
        + ", not for the host "
        + host
        + "; use that name, or give it a certificate with subject-alt-name for this one";
  }

  private String wrongAuthority(X509Certificate certificate) {
    return "its certificate, issued by "
        + Reply.shown(certificate.getIssuerX500Principal().getName())
        + ", is not signed by "
        + authority
        + "; give its CA, or pin its fingerprint";
  }

  private static String names(X509Certificate certificate) {
    try {
      var alternatives = certificate.getSubjectAlternativeNames();
      return alternatives == null
          ? certificate.getSubjectX500Principal().getName()
          : alternatives.stream()
              .map(name -> String.valueOf(name.get(1)))
              .collect(Collectors.joining(", "));
    } catch (CertificateException broken) {
      return "names that cannot be read: " + broken.getMessage();
    }
  }

  private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> kind) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
