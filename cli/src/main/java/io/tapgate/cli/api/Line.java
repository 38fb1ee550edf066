package io.tapgate.cli.api;

import java.net.http.HttpClient;
import java.time.Duration;

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
        : line.sslContext(NoTls.context()).build();
  }
}
