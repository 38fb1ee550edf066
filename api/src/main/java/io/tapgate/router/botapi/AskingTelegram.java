package io.tapgate.router.botapi;

import io.tapgate.address.Network;
import io.tapgate.router.PostOffice;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads now and then where Telegram says that its servers are, whenever somebody wants to know and
 * it was long ago. While it does not say, or says what cannot be, what it said last holds, and
 * before that what was true when this Tapgate was made.
 */
final class AskingTelegram implements PostOffice {
  private static final Logger log = LoggerFactory.getLogger(AskingTelegram.class);
  private static final int LONGEST_PAGE = 1 << 16;
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

  private static final Duration GOOD_FOR = Duration.ofHours(6);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /** Where they were when this Tapgate was made. */
  static final Networks SHIPPED =
      new Networks(
          Stream.of(
                  "91.105.192.0/23",
                  "91.108.4.0/22",
                  "91.108.8.0/22",
                  "91.108.12.0/22",
                  "91.108.16.0/22",
                  "91.108.20.0/22",
                  "91.108.56.0/22",
                  "149.154.160.0/20",
                  "185.76.151.0/24")
              .map(Network::parse)
              .collect(Collectors.toUnmodifiableSet()),
          false);

  private final OkHttpClient http;
  private final HttpUrl page;
  private final LongSupplier steady;
  private final Executor background;
  private final AtomicLong due;
  private volatile Networks known = SHIPPED;

  /**
   * @param way how the page is reached
   */
  AskingTelegram(OkHttpClient way, HttpUrl page, LongSupplier steady, Executor background) {
    this.http = way.newBuilder().callTimeout(LONGEST_CALL).build();
    this.page = page;
    this.steady = steady;
    this.background = background;
    this.due = new AtomicLong(steady.getAsLong());
  }

  @Override
  public Networks networks() {
    long now = steady.getAsLong();
    long when = due.get();
    if (now - when >= 0 && due.compareAndSet(when, now + PAUSE.toNanos())) {
      background.execute(this::ask);
    }
    return known;
  }

  private void ask() {
    try {
      Networks now = new Networks(PublishedNetworks.read(body()), true);
      if (!now.equals(known)) {
        log.info("Telegram says that its servers are in {}", now.all());
      }
      known = now;
      due.set(steady.getAsLong() + GOOD_FOR.toNanos());
    } catch (IOException silence) {
      log.warn("{} does not say where Telegram's servers are: {}", page, silence.getMessage());
    } catch (IllegalArgumentException unlikely) {
      log.warn(
          "{} says of Telegram's servers what is not believed: {}", page, unlikely.getMessage());
    }
  }

  private byte[] body() throws IOException {
    try (Response answer = http.newCall(new Request.Builder().url(page).build()).execute()) {
      if (answer.code() != 200) {
        throw new IOException("it answered with " + answer.code());
      }
      byte[] body = answer.body().byteStream().readNBytes(LONGEST_PAGE + 1);
      if (body.length > LONGEST_PAGE) {
        throw new IOException("its answer is too long");
      }
      return body;
    }
  }
}
