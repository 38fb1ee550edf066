package io.tapgate.playground.router.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate on the router.
 *
 * @param key empty for one that was only brought here to be trusted
 * @param chain the certificate, and then whoever signed it
 */
public record Certified(Optional<PrivateKey> key, List<X509Certificate> chain) {
  private static final String SUBJECT_KEY = "2.5.29.14";
  private static final String AUTHORITY_KEY = "2.5.29.35";
  private static final int KEY_ID = 20;

  public Certified {
    chain = List.copyOf(chain);
  }

  /** One without its key. */
  public static Certified brought(X509Certificate certificate) {
    return new Certified(Optional.empty(), List.of(certificate));
  }

  public X509Certificate certificate() {
    return chain.getFirst();
  }

  public String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a certificate without bytes", broken);
    }
  }

  public String subjectKey() {
    return keyId(SUBJECT_KEY);
  }

  public String authorityKey() {
    return keyId(AUTHORITY_KEY);
  }

  /** Both extensions end in the twenty bytes that are asked for. */
  private String keyId(String extension) {
    byte[] value = certificate().getExtensionValue(extension);
    return value == null || value.length < KEY_ID
        ? ""
        : HexFormat.of().formatHex(value, value.length - KEY_ID, value.length);
  }

  /** What a server that holds this shakes hands by. */
  public SSLContext context() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      char[] secret = {};
      store.setKeyEntry("router", key.orElseThrow(), secret, chain.toArray(X509Certificate[]::new));
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, secret);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a key that cannot be used", broken);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Never the key. */
  @Override
  public String toString() {
    return certificate().getSubjectX500Principal().getName();
  }
}
