package io.tapgate.watcher;

import io.tapgate.telegram.TelegramSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole of it, put together; runs on its caller's thread until it is stopped. */
final class Watcher {
  private static final Logger log = LoggerFactory.getLogger(Watcher.class);
  private static final Duration TO_FINISH = Duration.ofSeconds(5);

  private final Closing closing = new Closing();
  private final Closing over = new Closing();
  private final OkHttpClient http = client();
  private final HealthDoor door;
  private final Telegram telegram;
  private final Handling handling;
  private final Renewing renewing;
  private final Watching watching;

  /** Opens the health door at once; reads nothing before {@link #run}. */
  Watcher(Settings settings, int healthPort, Tempo tempo) throws IOException {
    Lease lease = new Lease(tempo.ticker());
    Health health = new Health(tempo.ticker(), lease, tempo.tooLong());
    Toasts toasts = new Toasts();
    door = HealthDoor.open(healthPort, health);
    Api api = new Api(http, settings.api(), Instance.name(door.port()), tempo.wall());
    telegram = new Telegram(toTelegram(settings.telegram()), settings.telegram(), new Reading());
    handling = new Handling(new Delivering(api, lease, health, tempo), telegram, toasts, tempo);
    renewing = new Renewing(api, lease, health, telegram, toasts, tempo, over);
    watching = new Watching(telegram, lease, handling, health, tempo, closing);
  }

  int healthPort() {
    return door.port();
  }

  void run() throws InterruptedException {
    Thread.ofVirtual().name("lease").start(renewing);
    try {
      watching.run();
      handling.finish(TO_FINISH);
    } finally {
      over.ask();
    }
  }

  /** No further poll; what is in hand gets some seconds, and what is left then stays unread. */
  void stop() throws InterruptedException {
    log.info("stopping: no further poll, what is in hand is finished");
    closing.ask();
    telegram.cancelPoll();
    over.pause(TO_FINISH);
    over.ask();
    handling.close();
    door.close();
    http.dispatcher().cancelAll();
    http.connectionPool().evictAll();
  }

  /**
   * HTTP/1.1 alone: a poll that hangs on a dead connection must not hold up a toast on the same
   * one. As many connections are kept as a batch may need at once.
   */
  private static OkHttpClient client() {
    return new OkHttpClient.Builder()
        .protocols(List.of(Protocol.HTTP_1_1))
        .followRedirects(false)
        .followSslRedirects(false)
        .connectionPool(new ConnectionPool(Telegram.BATCH, 1, TimeUnit.MINUTES))
        .connectTimeout(3, TimeUnit.SECONDS)
        .callTimeout(10, TimeUnit.SECONDS)
        .build();
  }

  private OkHttpClient toTelegram(TelegramSettings settings) {
    OkHttpClient.Builder client = http.newBuilder();
    client.connectTimeout(5, TimeUnit.SECONDS).callTimeout(5, TimeUnit.SECONDS);
    settings.applyTo(client);
    return client.build();
  }
}
