package io.tapgate.playground.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.device.Subscription;
import io.tapgate.playground.telegram.PretendTelegram;
import io.tapgate.playground.telegram.TelegramView;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The page, its files, its doors and its event stream. */
public final class Page implements HttpHandler, AutoCloseable {
  private static final int LARGEST_BODY = 1 << 16;
  private static final Duration API_PAUSE = Duration.ofSeconds(2);
  private static final String ONLY_OURS =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Changes changes = new Changes();
  private final Live live = new Live(changes, this::state);
  private final Cast cast;
  private final PretendRouter router;
  private final PretendTelegram telegram;
  private final InstantSource clock;
  private final Doors doors;
  private final ApiWatch api;
  private final Subscription routerChanges;
  private final Runnable telegramChanges;

  /**
   * @param apiUrl where Tapgate's api is, whose readiness the page shows
   */
  public Page(
      Cast cast, PretendRouter router, PretendTelegram telegram, URI apiUrl, InstantSource clock) {
    this.cast = cast;
    this.router = router;
    this.telegram = telegram;
    this.clock = clock;
    this.doors = new Doors(cast, telegram, router);
    this.api = new ApiWatch(apiUrl, changes, API_PAUSE);
    this.routerChanges = router.onChange(_ -> changes.happened());
    this.telegramChanges = telegram.listen(_ -> changes.happened());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      protect(exchange.getResponseHeaders());
      String method = exchange.getRequestMethod();
      Optional<Reply> objection = Guard.objects(method, exchange.getRequestHeaders());
      if (objection.isPresent()) {
        objection.get().send(exchange);
      } else if (method.equals("GET") && path(exchange).equals("/playground/events")) {
        live.tell(exchange);
      } else {
        reply(method, path(exchange), exchange).send(exchange);
      }
    }
  }

  private Reply reply(String method, String path, HttpExchange exchange) throws IOException {
    return switch (method) {
      case "GET", "HEAD" -> shown(path, exchange.getRequestURI().getQuery());
      case "POST" -> done(path, exchange);
      default -> wrongMethod("GET and POST");
    };
  }

  private Reply shown(String path, @Nullable String query) {
    if (path.equals("/playground/state")) {
      return Reply.json(state());
    }
    if (path.equals("/playground/telegram/taps")) {
      return Reply.json(PhonePicture.taps(telegram.taps()));
    }
    if (path.equals("/playground/router/log")) {
      return Reply.json(LogPicture.draw(router.log().after(after(query))));
    }
    return doors.has(path)
        ? wrongMethod("POST")
        : Files.find(path)
            .orElseGet(() -> Reply.problem(404, "Not here", "There is nothing at " + path + "."));
  }

  private Reply done(String path, HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    return body.length > LARGEST_BODY
        ? Reply.problem(413, "Too large", "A body has at most 64 KiB.")
        : doors.open(path, body);
  }

  /** Whoever has read some of the log asks for the rest: {@code ?after=<number>}. */
  private static long after(@Nullable String query) {
    return query != null && query.matches("after=[0-9]{1,18}")
        ? Long.parseLong(query.substring("after=".length()))
        : 0;
  }

  private static Reply wrongMethod(String right) {
    return Reply.problem(405, "Wrong method", "This takes " + right + ".");
  }

  private static String path(HttpExchange exchange) {
    return exchange.getRequestURI().getPath();
  }

  private static void protect(Headers headers) {
    headers.set("Content-Security-Policy", ONLY_OURS);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
  }

  private ObjectNode state() {
    TelegramView phones = telegram.view();
    ObjectNode state = Picture.people(cast.roles(), phones);
    state.put("now", clock.millis());
    state.put("api", api.state().word());
    state.set("router", Picture.router(router.view()));
    state.set("telegram", new PhonePicture(phones, clock.instant()).draw());
    return state;
  }

  @Override
  public void close() {
    routerChanges.close();
    telegramChanges.run();
    api.close();
  }
}
