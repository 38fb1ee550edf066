package io.tapgate.router.routeros;

import io.tapgate.router.Trust;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Judges the certificate of a router we call. Every other use of a trust manager is refused. */
abstract sealed class Judge extends X509ExtendedTrustManager
    permits PinnedCertificate, SignedCertificate {

  /** The one for this kind of trust; empty: no TLS, nothing to judge. Reads the CA's file. */
  static Optional<Judge> of(Trust trust, String host) {
    return switch (trust) {
      case Trust.Plain _ -> Optional.empty();
      case Trust.Pinned pinned -> Optional.of(new PinnedCertificate(pinned.fingerprint()));
      case Trust.SignedBy signed -> Optional.of(SignedCertificate.by(signed.ca(), host));
      case Trust.Verified verified -> Optional.of(SignedCertificate.by(verified.ca(), host));
    };
  }

  @Override
  public abstract void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException;

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw notThisWay();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw notThisWay();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw notThisWay();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw notThisWay();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw notThisWay();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  private static CertificateException notThisWay() {
    return new CertificateException("only a router that we call over a socket is judged here");
  }
}
