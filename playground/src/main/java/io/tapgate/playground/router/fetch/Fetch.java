package io.tapgate.playground.router.fetch;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * One request, on a connection of its own. Redirects are not followed.
 *
 * @param headers each as {@code Name: value}
 * @param limit for the whole of it
 * @param trusted empty: any certificate will do
 */
public record Fetch(
    URI url,
    String method,
    List<String> headers,
    String body,
    Duration limit,
    Optional<Trusted> trusted) {

  /** Sends it and waits for the answer. */
  public Fetched send() throws InterruptedException {
    try (HttpClient http = client()) {
      try {
        HttpResponse<String> answer =
            http.sendAsync(request(), BodyHandlers.ofString())
                .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        return new Fetched.Answered(answer.statusCode(), answer.body());
      } catch (ExecutionException broken) {
        return new Fetched.Failed(why(broken));
      } catch (TimeoutException _) {
        return new Fetched.Failed("connection timeout");
      } finally {
        http.shutdownNow();
      }
    } catch (IllegalArgumentException unsendable) {
      return new Fetched.Failed("invalid URL");
    }
  }

  private HttpClient client() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Checks(trusted)}, null);
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(limit)
          .sslContext(context)
          .build();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no TLS", missing);
    }
  }

  private HttpRequest request() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .method(
                method.toUpperCase(Locale.ROOT),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    boolean typed = false;
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("a header without a colon");
      }
      String name = header.substring(0, colon).strip();
      typed |= name.equalsIgnoreCase("Content-Type");
      request.setHeader(name, header.substring(colon + 1).strip());
    }
    if (!typed && !body.isEmpty()) {
      request.setHeader("Content-Type", "application/x-www-form-urlencoded");
    }
    return request.build();
  }

  private static String why(Throwable broken) {
    for (@Nullable Throwable at = broken; at != null; at = at.getCause()) {
      if (at instanceof CertificateException refused) {
        return "SSL: " + refused.getMessage();
      }
    }
    for (@Nullable Throwable at = broken; at != null; at = at.getCause()) {
      switch (at) {
        case SSLException _ -> {
          return "SSL: handshake failed: unable to get peer certificate (6)";
        }
        case UnknownHostException _, UnresolvedAddressException _ -> {
          return "resolving error";
        }
        case HttpConnectTimeoutException _ -> {
          return "connection timeout";
        }
        case ConnectException _ -> {
          return at.getCause() instanceof UnresolvedAddressException
              ? "resolving error"
              : "connection refused";
        }
        default -> {}
      }
    }
    return "connection closed";
  }
}
