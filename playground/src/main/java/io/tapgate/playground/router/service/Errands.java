package io.tapgate.playground.router.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The commands under way in one conversation. */
final class Errands implements AutoCloseable {
  private final ExecutorService oneByOne =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private final ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Errand, Future<?>> underWay = new ConcurrentHashMap<>();

  /** Starts it: a tagged one right away, an untagged one after those before it. */
  void start(Errand errand, Runnable work) {
    ExecutorService lane = errand.tag().isPresent() ? atOnce : oneByOne;
    underWay.put(
        errand,
        lane.submit(() -> {
          try {
            work.run();
          } finally {
            underWay.remove(errand);
          }
        }));
  }

  /** Stops what carries this tag, or everything, and says so in a router's own order. */
  void cancel(Optional<String> which, Errand cancel, Voice voice) throws IOException {
    List<Errand> stopped = new ArrayList<>();
    for (Map.Entry<Errand, Future<?>> one : underWay.entrySet()) {
      boolean meant = which.isEmpty() || one.getKey().tag().equals(which);
      if (meant && one.getKey().interrupt()) {
        one.getValue().cancel(true);
        stopped.add(one.getKey());
      }
    }
    voice.done(cancel.tag());
    for (Errand errand : stopped) {
      errand.bury();
    }
  }

  @Override
  public void close() {
    oneByOne.shutdownNow();
    atOnce.shutdownNow();
  }
}
