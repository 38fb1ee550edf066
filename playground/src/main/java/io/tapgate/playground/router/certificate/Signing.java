package io.tapgate.playground.router.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a key and the certificate for it. Takes a second: never inside the device. */
public final class Signing {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  // The file is in a folder of ours and gone in a moment: this keeps no secret.
  private static final String WORD = "pretended";

  private Signing() {}

  /**
   * Signed by another, or by itself.
   *
   * @throws IOException when the certificate could not be made
   */
  public static Certified sign(Template template, Optional<Certified> by)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("pretend-router");
    Path file = folder.resolve("keys.p12");
    try {
      if (by.isPresent()) {
        put(by.get(), file);
      }
      keytool(file, template, by.isPresent());
      return made(file);
    } catch (GeneralSecurityException broken) {
      throw new IOException("the key store cannot be read", broken);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static void keytool(Path file, Template template, boolean signed)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(
        List.of(
            "-J-Duser.timezone=UTC", "-J-XX:TieredStopAtLevel=1", "-genkeypair", "-alias", "new"));
    words.addAll(template.key());
    words.addAll(List.of("-startdate", DATE.format(template.from())));
    words.addAll(template.extensions());
    words.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", WORD));
    if (signed) {
      words.addAll(List.of("-signer", "by"));
    }
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("keytool refused: " + said.strip());
      }
    } finally {
      process.destroy();
    }
  }

  private static void put(Certified by, Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "by",
        by.key().orElseThrow(),
        WORD.toCharArray(),
        by.chain().toArray(X509Certificate[]::new));
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, WORD.toCharArray());
    }
  }

  private static Certified made(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, WORD.toCharArray());
    }
    return new Certified(
        Optional.of((PrivateKey) store.getKey("new", WORD.toCharArray())),
        Stream.of(store.getCertificateChain("new")).map(X509Certificate.class::cast).toList());
  }
}
