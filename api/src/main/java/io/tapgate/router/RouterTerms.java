package io.tapgate.router;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Locale;

/**
 * What may be said of a router, and what to write instead: the same for the environment and for an
 * admin.
 */
public final class RouterTerms {
  /** A name or an address, an IPv6 zone included; nothing that could be more than one word. */
  public static final String HOST = "[A-Za-z0-9:][A-Za-z0-9_.:%-]{0,252}";

  public static final String LIST = "[A-Za-z0-9][A-Za-z0-9_.-]{0,62}";

  /** Without TLS on this machine alone: a report shows the router's token. */
  public static final String REPORTS =
      "https://[A-Za-z0-9.\\-\\[\\]:]+(/[A-Za-z0-9._~/-]*)?"
          + "|http://(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?/?";

  public static final String REPORTS_FORM =
      "write where routers reach Tapgate, such as https://tapgate.example.com";

  static final int LONGEST_NAME = 64;
  static final String NAME = "write a name for the router of at most 64 characters, such as office";
  static final String HOST_NEEDED = "write the router's host name or address";
  static final String PORT = "write a port from 1 to 65535 (api-ssl is 8729, api is 8728)";
  static final String USERNAME = "write the name of Tapgate's own user on the router";
  static final String PASSWORD = "write the password of that user";
  static final String FINGERPRINT = "([0-9A-Fa-f]{2}:?){32}";
  static final String FINGERPRINT_FORM = "write the SHA-256 of the certificate: 64 hex digits";
  static final String LIST_FORM = "write a list name of 1 to 63 letters, digits or any of _ . -";

  private static final int HIGHEST_PORT = 65_535;

  private RouterTerms() {}

  public static String name(String text) {
    return fitting(!text.isBlank() && text.length() <= LONGEST_NAME, text, NAME);
  }

  public static String host(String text) {
    return fitting(text.matches(HOST), text, HOST_NEEDED + " alone, without http://");
  }

  public static int port(String text) {
    boolean fits = text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= HIGHEST_PORT;
    return Integer.parseInt(fitting(fits, text, PORT));
  }

  public static String username(String text) {
    return fitting(!text.isBlank(), text, USERNAME);
  }

  public static String list(String text) {
    return fitting(text.matches(LIST), text, LIST_FORM);
  }

  /** Without a slash at the end. */
  public static String reports(String text) {
    return fitting(text.matches(REPORTS), text, REPORTS_FORM).replaceFirst("/+$", "");
  }

  /** In one spelling: small letters, no colons. */
  public static String fingerprint(String text) {
    return fitting(text.matches(FINGERPRINT), text, FINGERPRINT_FORM)
        .replace(":", "")
        .toLowerCase(Locale.ROOT);
  }

  /** A key does not belong here, and would be shown to whoever reads the database. */
  public static String ca(String pem) {
    fitting(
        !pem.contains("PRIVATE KEY"), pem, "a private key is in it: write the CA alone, as PEM");
    return fitting(holdsCertificate(pem), pem, "write the CA's certificate as PEM");
  }

  private static boolean holdsCertificate(String pem) {
    try {
      return !CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
          .isEmpty();
    } catch (CertificateException _) {
      return false;
    }
  }

  private static String fitting(boolean fits, String text, String advice) {
    if (!fits) {
      throw new IllegalArgumentException(advice);
    }
    return text;
  }
}
