package io.tapgate.playground.router.console;

import io.tapgate.playground.router.certificate.Certified;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.fetch.Fetch;
import io.tapgate.playground.router.fetch.Fetched;
import io.tapgate.playground.router.fetch.Trusted;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code /tool/fetch}: the router asks somebody by HTTP. */
record FetchMenu(Dialect dialect) implements Menu {
  private static final Set<String> KNOWN =
      Set.of(
          "url",
          "mode",
          "http-method",
          "http-data",
          "http-header-field",
          "check-certificate",
          "output",
          "duration",
          "keep-result",
          "as-value");
  private static final String IDLE = "idle-timeout";
  private static final Set<String> METHODS =
      Set.of("get", "post", "put", "patch", "delete", "head", "options");
  private static final Duration USUAL = Duration.ofSeconds(10);
  // As measured: 65430 bytes go out, 65440 do not.
  private static final int MOST = 65_435;

  @Override
  public String path() {
    return "/tool";
  }

  @Override
  public Set<Verb> verbs() {
    return Set.of(Verb.FETCH);
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    return List.of();
  }

  /** Whoever does not say where the answer goes wants it in a file. */
  @Override
  public Set<String> needs(Verb verb, Arguments arguments) {
    return arguments.text("output").orElse("file").equals("file")
        ? Set.of("test", "ftp")
        : Set.of("test");
  }

  @Override
  public Outcome run(Asked asked) {
    Arguments arguments = asked.arguments();
    Fetch fetch = fetch(arguments, asked.inner());
    boolean told = arguments.text("output").orElse("").equals("user");
    return new Outcome.Underway(rows -> outcome(fetch, told, rows));
  }

  private Set<String> known() {
    Set<String> known = new HashSet<>(KNOWN);
    if (dialect.fetch() != Dialect.Fetching.BEFORE_7_15) {
      known.add(IDLE);
    }
    return known;
  }

  /** What is to be sent, if it may be. */
  Fetch fetch(Arguments arguments, Insides inner) {
    arguments.only(known()).need("url");
    if (!inner.deviceMode().allows("fetch")) {
      throw Trap.failure("not allowed by device-mode");
    }
    Fetch fetch = read(arguments, inner);
    if (fetch.body().getBytes(StandardCharsets.UTF_8).length > MOST) {
      throw Trap.failure("maximum message size exceeded");
    }
    return fetch;
  }

  private Fetch read(Arguments arguments, Insides inner) {
    Optional<Trusted> trusted =
        one(arguments, "check-certificate", "no", Set.of("no", "yes", "yes-without-crl"))
                .equals("no")
            ? Optional.empty()
            : Optional.of(trusted(inner));
    boolean _ =
        one(arguments, "output", "file", Set.of("file", "none", "user", "user-with-headers"))
            .isEmpty();
    return new Fetch(
        url(arguments),
        one(arguments, "http-method", "get", METHODS),
        Stream.concat(
                Stream.of("User-Agent: RouterOS " + dialect.version()),
                arguments.text("http-header-field").stream()
                    .flatMap(all -> Stream.of(all.split(",", -1)))
                    .filter(header -> !header.isBlank()))
            .toList(),
        arguments.text("http-data").orElse(""),
        arguments.span("duration").orElse(USUAL),
        trusted);
  }

  private static String one(Arguments arguments, String name, String usual, Set<String> known) {
    return arguments
        .text(name)
        .map(word -> {
          if (!known.contains(word)) {
            throw Trap.noSuchValue(name);
          }
          return word;
        })
        .orElse(usual);
  }

  private static URI url(Arguments arguments) {
    String url = arguments.text("url").orElseThrow();
    if (!url.matches("https?://[^\\s/]+(/\\S*)?")) {
      throw Trap.failure("invalid URL");
    }
    try {
      return URI.create(url);
    } catch (IllegalArgumentException _) {
      throw Trap.failure("invalid URL");
    }
  }

  private static Trusted trusted(Insides inner) {
    return new Trusted(
        inner.configuration().shelf("/certificate").all().stream()
            .filter(item -> item.said("trusted").equals("true"))
            .flatMap(item -> inner.certificates().of(item.id()).stream())
            .map(Certified::certificate)
            .toList(),
        inner.wallTime());
  }

  private Outcome outcome(Fetch fetch, boolean told, Consumer<Map<String, String>> rows)
      throws InterruptedException {
    rows.accept(new Row().with("status", "connecting").with(".section", "0").done());
    return switch (fetch.send()) {
      case Fetched.Failed(String words) -> throw Trap.failure(words);
      case Fetched.Answered(int status, String _) when status >= 300 ->
          throw Trap.failure(refused(status, fetch.url()));
      case Fetched.Answered(int status, String body) -> {
        String size = String.valueOf(Math.max(body.length() / 1024, body.isEmpty() ? 0 : 1));
        rows.accept(
            new Row()
                .with("status", "finished")
                .with(
                    "code",
                    dialect.seven() ? Optional.of(String.valueOf(status)) : Optional.empty())
                .with("downloaded", size)
                .with("total", size)
                .with("duration", "1s")
                .with("data", told ? Optional.of(body) : Optional.empty())
                .with(".section", "1")
                .done());
        yield new Outcome.Done();
      }
    };
  }

  private String refused(int status, URI url) {
    int usual = url.getScheme().equals("https") ? 443 : 80;
    int port = url.getPort() < 0 ? usual : url.getPort();
    String reason = Reasons.of(status);
    if (!dialect.seven()) {
      String what = status + " " + reason;
      return "closing connection: <" + what + "> " + url.getHost() + ":" + port + " (4)";
    }
    return dialect.fetch() == Dialect.Fetching.SINCE_7_24
        ? "Status " + status + ", " + reason
        : "Fetch failed with status " + status;
  }
}
