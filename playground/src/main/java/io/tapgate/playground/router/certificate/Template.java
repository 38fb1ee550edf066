package io.tapgate.playground.router.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wants a certificate to say.
 *
 * @param said the item's properties, in the router's words
 * @param from since when it is valid
 */
public record Template(UnaryOperator<String> said, Instant from) {
  private static final Map<String, String> CURVES =
      Map.of("prime256v1", "secp256r1", "secp384r1", "secp384r1", "secp521r1", "secp521r1");
  private static final Map<String, String> USAGES =
      Map.of(
          "digital-signature", "digitalSignature",
          "content-commitment", "nonRepudiation",
          "key-encipherment", "keyEncipherment",
          "data-encipherment", "dataEncipherment",
          "key-agreement", "keyAgreement",
          "key-cert-sign", "keyCertSign",
          "crl-sign", "cRLSign",
          "encipher-only", "encipherOnly",
          "decipher-only", "decipherOnly");
  private static final Map<String, String> PURPOSES =
      Map.of(
          "tls-server", "serverAuth",
          "tls-client", "clientAuth",
          "code-sign", "codeSigning",
          "email-protect", "emailProtection",
          "timestamp", "timeStamping",
          "ocsp-sign", "OCSPSigning");

  /** Whether others may be signed by it. */
  public static boolean isAuthority(String usages) {
    return List.of(usages.split(",", -1)).contains("key-cert-sign");
  }

  public static String keyType(String keySize) {
    return CURVES.containsKey(keySize) ? "ec" : "rsa";
  }

  /** The key and the name, in keytool's words. */
  List<String> key() {
    String size = said.apply("key-size");
    List<String> words = new ArrayList<>(List.of("-dname", name()));
    Optional.ofNullable(CURVES.get(size))
        .ifPresentOrElse(
            curve -> words.addAll(List.of("-keyalg", "EC", "-groupname", curve)),
            () -> words.addAll(List.of("-keyalg", "RSA", "-keysize", size)));
    String digest = said.apply("digest-algorithm").replace("sha", "SHA");
    words.addAll(
        List.of("-sigalg", digest + "with" + (CURVES.containsKey(size) ? "ECDSA" : "RSA")));
    words.addAll(List.of("-validity", said.apply("days-valid")));
    return words;
  }

  private String name() {
    Map<String, String> parts =
        Map.of("CN", "common-name", "OU", "unit", "O", "organization", "L", "locality");
    return Stream.of("CN", "OU", "O", "L")
        .filter(part -> !said.apply(parts.getOrDefault(part, "")).isEmpty())
        .map(part -> part + "=" + escaped(said.apply(parts.getOrDefault(part, ""))))
        .collect(Collectors.joining(","));
  }

  private static String escaped(String text) {
    return text.replaceAll("([,+=\"\\\\<>;#])", "\\\\$1");
  }

  /** What it may be used for and whom it stands for, in keytool's words. */
  List<String> extensions() {
    List<String> words = new ArrayList<>();
    List<String> usages = List.of(said.apply("key-usage").split(",", -1));
    extension("ku", usages.stream().flatMap(one -> word(USAGES, one)), words);
    extension("eku", usages.stream().flatMap(one -> word(PURPOSES, one)), words);
    if (isAuthority(said.apply("key-usage"))) {
      words.addAll(List.of("-ext", "bc:critical=ca:true"));
    }
    extension(
        "san",
        Stream.of(said.apply("subject-alt-name").split(",", -1)).filter(one -> !one.isEmpty()),
        words);
    return words;
  }

  private static Stream<String> word(Map<String, String> words, String usage) {
    return Stream.ofNullable(words.get(usage));
  }

  private static void extension(String name, Stream<String> values, List<String> words) {
    String all = values.collect(Collectors.joining(","));
    if (!all.isEmpty()) {
      words.addAll(List.of("-ext", name + "=" + all));
    }
  }
}
