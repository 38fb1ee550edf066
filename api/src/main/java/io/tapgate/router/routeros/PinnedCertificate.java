package io.tapgate.router.routeros;

import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Trusts one certificate, known by its SHA-256, and no other. Whose name it bears, who signed it
 * and until when does not matter then.
 */
final class PinnedCertificate extends Judge {
  private final byte[] pin;

  PinnedCertificate(String fingerprint) {
    this.pin = bytes(fingerprint);
  }

  /** 64 hex digits; the colons that most tools print between them are welcome. */
  static byte[] bytes(String fingerprint) {
    String digits = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a fingerprint is the 64 hex digits of a SHA-256");
    }
    return HexFormat.of().parseHex(digits);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    byte[] seen = sha256(chain[0].getEncoded());
    if (!MessageDigest.isEqual(pin, seen)) {
      throw new UntrustedException(
          "its certificate has the fingerprint "
              + HexFormat.of().formatHex(seen)
              + ", not the pinned one; if the certificate was changed on purpose, pin this one");
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this Java has no SHA-256", impossible);
    }
  }
}
