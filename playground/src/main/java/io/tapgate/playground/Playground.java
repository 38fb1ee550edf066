package io.tapgate.playground;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tapgate.playground.http.LoopbackServer;
import io.tapgate.playground.page.Cast;
import io.tapgate.playground.page.Page;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.telegram.PretendTelegram;
import io.tapgate.playground.telegram.TelegramSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;

/** The router, Telegram and the page, running. */
public final class Playground implements AutoCloseable {
  /** A playground may run for days: its router's log must not grow for ever. */
  private static final int LOG = 50_000;

  private final PretendRouter router;
  private final PretendTelegram telegram;
  private final Page page;
  private final LoopbackServer server;

  private Playground(
      PretendRouter router, PretendTelegram telegram, Page page, LoopbackServer server) {
    this.router = router;
    this.telegram = telegram;
    this.page = page;
    this.server = server;
  }

  /** A port is taken; the message says which setting to change. */
  public static final class PortTaken extends RuntimeException {
    PortTaken(String setting, int port, Throwable cause) {
      super(
          "port "
              + port
              + " of 127.0.0.1 is taken: set "
              + setting
              + " to another, or to 0 for any.",
          cause);
    }
  }

  public static Playground start(PlaygroundSettings settings) {
    Cast cast = Cast.usual(settings.adminChats());
    PretendTelegram telegram =
        PretendTelegram.behindAnotherServer(
            new TelegramSettings(
                0, settings.telegramToken(), cast.people(), List.of(), InstantSource.system()));
    PretendRouter router = router(settings);
    Page page = new Page(cast, router, telegram, settings.apiUrl(), InstantSource.system());
    try {
      LoopbackServer server =
          LoopbackServer.start(settings.port(), eitherOf(telegram.door(), page));
      return new Playground(router, telegram, page, server);
    } catch (IOException taken) {
      page.close();
      router.close();
      throw new PortTaken("PLAYGROUND_PORT", settings.port(), taken);
    }
  }

  private static PretendRouter router(PlaygroundSettings settings) {
    try {
      return PretendRouter.start(
          RouterSettings.usual()
              .withPort(settings.routerPort())
              .withMemory(LOG)
              .withLogin(settings.routerUsername(), settings.routerPassword())
              .withLists(settings.lists())
              .withHooks(settings.apiUrl(), settings.hookToken()));
    } catch (UncheckedIOException taken) {
      throw new PortTaken("PLAYGROUND_ROUTER_PORT", settings.routerPort(), taken);
    }
  }

  private static HttpHandler eitherOf(HttpHandler botApi, HttpHandler page) {
    return exchange -> (isBotCall(exchange) ? botApi : page).handle(exchange);
  }

  private static boolean isBotCall(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().startsWith("/bot");
  }

  public PretendRouter router() {
    return router;
  }

  public PretendTelegram telegram() {
    return telegram;
  }

  /** Where the page is, and the Bot API below it. */
  public String url() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  @Override
  public void close() {
    page.close();
    telegram.close();
    router.close();
    server.close();
  }
}
