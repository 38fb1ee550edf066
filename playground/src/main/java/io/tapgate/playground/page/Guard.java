package io.tapgate.playground.page;

import com.sun.net.httpserver.Headers;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites out. Listening on the loopback address is not enough: a page from elsewhere,
 * open in a browser on this machine, can send requests here, also under a name of its own that
 * leads to 127.0.0.1.
 */
final class Guard {
  private static final Pattern OURS = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?");

  private Guard() {}

  /** Why this request is refused, if it is. */
  static Optional<Reply> objects(String method, Headers headers) {
    String host = headers.getFirst("Host");
    if (host == null || !OURS.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
      return Optional.of(
          Reply.problem(421, "Wrong host", "The playground answers on 127.0.0.1 and localhost."));
    }
    if (!method.equals("POST")) {
      return Optional.empty();
    }
    if (!sameOrigin(host, headers.getFirst("Origin"))) {
      return Optional.of(
          Reply.problem(403, "Foreign page", "Only the playground's own page may do that."));
    }
    return isJson(headers.getFirst("Content-Type"))
        ? Optional.empty()
        : Optional.of(Reply.problem(415, "Not JSON", "Send the body as application/json."));
  }

  /** Programs send no Origin; browsers always do with a POST. */
  private static boolean sameOrigin(String host, @Nullable String origin) {
    return origin == null || origin.equalsIgnoreCase("http://" + host);
  }

  private static boolean isJson(@Nullable String type) {
    return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
  }
}
