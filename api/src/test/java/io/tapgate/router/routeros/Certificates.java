package io.tapgate.router.routeros;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A CA and what it has signed, made afresh with the running JDK's own keytool. */
final class Certificates {
  private static final String SECRET = "changeit";

  private final Path folder;
  private final Path store;

  private Certificates(Path folder) {
    this.folder = folder;
    this.store = folder.resolve("all.p12");
  }

  static Certificates madeIn(Path folder) throws IOException, InterruptedException {
    Certificates made = new Certificates(folder);
    made.make("ca", "-ext", "bc:c", "-ext", "ku:c=keyCertSign");
    made.make("other-ca", "-ext", "bc:c", "-ext", "ku:c=keyCertSign");
    made.make("router", "-signer", "ca", "-ext", "san=dns:localhost,ip:127.0.0.1");
    made.make("elsewhere", "-signer", "ca", "-ext", "san=dns:elsewhere.example");
    made.make(
        "old", "-signer", "ca", "-ext", "san=dns:localhost", "-startdate", "-3d", "-validity", "1");
    return made;
  }

  private void make(String alias, String... options) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(keytool(), "-genkeypair", "-alias", alias, "-keyalg", "EC"));
    words.addAll(List.of("-groupname", "secp256r1", "-dname", "CN=" + alias));
    words.addAll(List.of("-keystore", store.toString(), "-storepass", SECRET));
    words.addAll(List.of(options));
    Path log = folder.resolve("keytool.log");
    Process keytool =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + Files.readString(log));
    }
  }

  private static String keytool() {
    return Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
  }

  Path pem(String alias) throws IOException, GeneralSecurityException {
    String base64 = Base64.getMimeEncoder().encodeToString(encoded(alias));
    String text = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    return Files.writeString(folder.resolve(alias + ".pem"), text);
  }

  String fingerprint(String alias) throws IOException, GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded(alias)));
  }

  /** A server's TLS that shows this certificate. */
  SSLContext showing(String alias) throws IOException, GeneralSecurityException {
    KeyStore all = all();
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    char[] secret = SECRET.toCharArray();
    one.setKeyEntry(alias, all.getKey(alias, secret), secret, all.getCertificateChain(alias));
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(one, secret);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** A caller's TLS that trusts whatever this authority signed. */
  SSLContext trusting(String alias) throws IOException, GeneralSecurityException {
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setCertificateEntry(alias, all().getCertificate(alias));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(one);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** A server's TLS that has no certificate, as api-ssl has none at first. */
  static SSLContext showingNone() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, null, null);
    return context;
  }

  private byte[] encoded(String alias) throws IOException, GeneralSecurityException {
    return all().getCertificate(alias).getEncoded();
  }

  private KeyStore all() throws IOException, GeneralSecurityException {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      all.load(in, SECRET.toCharArray());
    }
    return all;
  }
}
