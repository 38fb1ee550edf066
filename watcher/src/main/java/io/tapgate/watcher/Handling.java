package io.tapgate.watcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to a batch: chats side by side, one chat in order, and a toast for each press, at the latest
 * when the person's patience ends.
 */
final class Handling implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Handling.class);

  private final Delivering delivering;
  private final Telegram telegram;
  private final Toasts toasts;
  private final Tempo tempo;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Handling(Delivering delivering, Telegram telegram, Toasts toasts, Tempo tempo) {
    this.delivering = delivering;
    this.telegram = telegram;
    this.toasts = toasts;
    this.tempo = tempo;
  }

  /**
   * Returns when each of them is answered for or given back. The numbers that are left are those
   * the api has not answered for: they stay unread.
   */
  NavigableSet<Long> handle(List<Heard.Said> batch) throws InterruptedException {
    NavigableSet<Long> unread = new ConcurrentSkipListSet<>();
    Map<String, List<Heard.Said>> chats = new LinkedHashMap<>();
    for (Heard.Said said : batch) {
      unread.add(said.number());
      chats.computeIfAbsent(said.knock().chat(), _ -> new ArrayList<>()).add(said);
    }
    List<Future<?>> lines = new ArrayList<>();
    for (List<Heard.Said> line : chats.values()) {
      lines.add(threads.submit(() -> inOrder(line, unread)));
    }
    awaitAll(lines);
    return unread;
  }

  /** Whatever is still in hand is let go. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** Toasts may still be under way when the last batch is done. */
  void finish(Duration span) throws InterruptedException {
    threads.shutdown();
    boolean _ = threads.awaitTermination(span.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void awaitAll(List<Future<?>> lines) throws InterruptedException {
    for (Future<?> line : lines) {
      try {
        line.get();
      } catch (ExecutionException e) {
        report(e.getCause());
      }
    }
  }

  private static void report(@Nullable Throwable cause) {
    if (cause instanceof InterruptedException) {
      log.warn("the time to finish is over; what is not answered stays unread and comes again");
    } else {
      log.error("a mistake of ours while handling an update, which stays unread", cause);
    }
  }

  private @Nullable Void inOrder(List<Heard.Said> line, NavigableSet<Long> unread)
      throws InterruptedException, ExecutionException {
    for (Heard.Said said : line) {
      if (!answeredFor(said)) {
        break;
      }
      unread.remove(said.number());
    }
    return null;
  }

  private boolean answeredFor(Heard.Said said) throws InterruptedException, ExecutionException {
    Future<Optional<Reply.Answered>> answer = threads.submit(() -> delivering.deliver(said));
    try {
      Optional<Knock.Press> press = said.knock().press();
      return press.isPresent() ? withToast(press.get(), answer) : answer.get().isPresent();
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw e;
    }
  }

  private boolean withToast(Knock.Press press, Future<Optional<Reply.Answered>> answer)
      throws InterruptedException, ExecutionException {
    try {
      Optional<Reply.Answered> early = answer.get(tempo.patience().toNanos(), TimeUnit.NANOSECONDS);
      toast(press, early.map(Reply.Answered::toast).orElse(""));
      return early.isPresent();
    } catch (TimeoutException _) {
      toast(press, toasts.received(press.language()));
      return answer.get().isPresent();
    }
  }

  /** Nobody waits for it: the next poll matters more. */
  private void toast(Knock.Press press, String text) {
    threads.execute(() -> {
      if (!telegram.toast(press.id(), Toasts.fitting(text))) {
        log.info("a toast came too late or was not taken; the chat itself tells the outcome");
      }
    });
  }
}
