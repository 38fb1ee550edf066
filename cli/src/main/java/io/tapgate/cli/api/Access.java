package io.tapgate.cli.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the api is and the key that opens it. The first of these that names one counts: {@code
 * TAPGATE_URL}, the installation in which the command runs, the person's own file, this machine.
 *
 * @param from what a person would look at to find out where the key comes from
 */
public record Access(String url, String key, String from) {
  private static final String HERE = "http://127.0.0.1:8080";

  public Access {
    url = checked(url, from);
    if (!key.isEmpty() && !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw Failure.typed(
          "the key in " + from + " cannot be right: it is one word of plain letters.");
    }
  }

  /** The key stays out, whoever prints this. */
  @Override
  public String toString() {
    return url;
  }

  /**
   * A key goes to the address it was written for, so that one in {@code .env} is not shown to
   * whatever {@code TAPGATE_URL} names; {@code TAPGATE_API_KEY} goes wherever it is told to.
   */
  public static Access find(Map<String, String> environment, Supplier<Optional<Access>> own) {
    String url = environment.getOrDefault("TAPGATE_URL", "");
    String key = environment.getOrDefault("TAPGATE_API_KEY", "");
    if (!url.isEmpty() && !key.isEmpty()) {
      return new Access(url, key, "TAPGATE_API_KEY");
    }
    Optional<Access> installation = installation(environment);
    Access beside = installation.or(own).orElseGet(() -> new Access(HERE, "", "TAPGATE_API_KEY"));
    if (!url.isEmpty() && !checked(url, "TAPGATE_URL").equals(beside.url())) {
      beside = elsewhere(checked(url, "TAPGATE_URL"), own);
    }
    return key.isEmpty() ? beside : new Access(beside.url(), key, "TAPGATE_API_KEY");
  }

  boolean isThisMachine() {
    String host = String.valueOf(URI.create(url).getHost());
    return host.startsWith("127.") || host.equals("localhost") || host.equals("[::1]");
  }

  private static Access elsewhere(String url, Supplier<Optional<Access>> own) {
    return own.get()
        .filter(access -> access.url().equals(url))
        .orElseGet(() -> new Access(url, "", "TAPGATE_API_KEY"));
  }

  private static Optional<Access> installation(Map<String, String> environment) {
    String key = environment.getOrDefault("ADMIN_TOKEN", "");
    if (key.isEmpty()) {
      return Optional.empty();
    }
    String url = environment.getOrDefault("API_URL", "");
    String port = environment.getOrDefault("API_PORT", "8080");
    return Optional.of(
        new Access(url.isEmpty() ? "http://127.0.0.1:" + port : url, key, "ADMIN_TOKEN"));
  }

  private static String checked(String url, String from) {
    try {
      URI uri = new URI(url);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean plain =
          uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (web && plain && uri.getHost() != null) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
      }
    } catch (URISyntaxException _) {
      // said below, without the address: somebody may have written a password into it
    }
    throw Failure.typed(
        "the address of Tapgate cannot be right: write one such as https://tapgate.example.com"
            + " beside the key in "
            + from
            + ", or into TAPGATE_URL.");
  }
}
