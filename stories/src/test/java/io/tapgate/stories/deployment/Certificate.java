package io.tapgate.stories.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost that lasts a day, as the two files nginx wants. */
record Certificate(KeyStore store) {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** Leaves {@code tls.crt} and {@code tls.key} in the folder. */
  static Certificate in(Path folder) throws Exception {
    Path file = folder.resolve("made.p12");
    Process keytool = new ProcessBuilder(keytool(file)).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).as(said).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    write(folder.resolve("tls.crt"), "CERTIFICATE", store.getCertificate("nginx").getEncoded());
    write(folder.resolve("tls.key"), "PRIVATE KEY", store.getKey("nginx", PASSWORD).getEncoded());
    return new Certificate(store);
  }

  private static List<String> keytool(Path file) {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    return List.of(
        (program
                + " -genkeypair -alias nginx -keyalg EC -groupname secp256r1 -validity 1"
                + " -dname CN=localhost -ext san=dns:localhost -storetype PKCS12 -storepass changeit"
                + " -keystore "
                + file)
            .split(" "));
  }

  private static void write(Path file, String what, byte[] content) throws Exception {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, lines));
  }

  /** A caller that trusts this certificate and no other. */
  HttpClient trustedBy() throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("nginx", store.getCertificate("nginx"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }
}
