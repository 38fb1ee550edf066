package io.tapgate.playground.router.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/** The commands under way in one conversation. */
final class Errands implements AutoCloseable {
  private final ExecutorService oneByOne =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private final ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Errand, Future<?>> underWay = new ConcurrentHashMap<>();

  /** Starts it: a tagged one right away, an untagged one after those before it. */
  void start(Errand errand, Runnable work) throws IOException {
    FutureTask<Errand> task = new FutureTask<>(() -> run(errand, work), errand);
    underWay.put(errand, task);
    try {
      (errand.tag().isPresent() ? atOnce : oneByOne).execute(task);
    } catch (RejectedExecutionException closed) {
      throw new IOException("cut while a command was heard", closed);
    }
  }

  /** Runs this until it ends by itself, or the conversation does. */
  Future<?> besides(Runnable work) {
    return atOnce.submit(work);
  }

  static void await(Future<?> work) throws IOException {
    try {
      work.get();
    } catch (InterruptedException _) {
      throw new InterruptedIOException("cut before the last word was said");
    } catch (ExecutionException broken) {
      throw new IOException(broken.getCause());
    } catch (CancellationException closed) {
      throw new IOException("closed before the last word was said", closed);
    }
  }

  private void run(Errand errand, Runnable work) {
    try {
      work.run();
    } finally {
      underWay.remove(errand);
    }
  }

  /**
   * Stops what carries this tag, or everything, and says so in a router's own order. All are
   * interrupted before one is stopped, or the next in line could still be done and say so.
   */
  void cancel(Optional<String> which, Errand cancel, Voice voice) {
    List<Errand> stopped = new ArrayList<>();
    for (Errand one : underWay.keySet()) {
      boolean meant = which.isEmpty() || one.tag().equals(which);
      if (meant && one.interrupt()) {
        stopped.add(one);
      }
    }
    stopped.forEach(this::stop);
    voice.done(cancel.tag());
    for (Errand one : stopped) {
      one.bury();
    }
  }

  private void stop(Errand errand) {
    Future<?> work = underWay.remove(errand);
    if (work != null) {
      work.cancel(true);
    }
  }

  @Override
  public void close() {
    oneByOne.shutdownNow();
    atOnce.shutdownNow();
  }
}
