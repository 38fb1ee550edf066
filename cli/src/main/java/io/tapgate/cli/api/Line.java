package io.tapgate.cli.api;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** The line to the api. Nothing is redirected: a key is shown at one address only. */
final class Line {
  private Line() {}

  static HttpClient to(Access access) {
    HttpClient.Builder line =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5));
    return access.url().startsWith("https:")
        ? line.build()
        : line.sslContext(trustsNobody()).build();
  }

  /**
   * Java's client makes a TLS context whether it needs one or not, and reading all authorities of
   * the machine for it takes longer than the rest of a command.
   */
  private static SSLContext trustsNobody() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
