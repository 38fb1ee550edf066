package io.tapgate.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many things at the same time, each on a thread of its own. */
final class AtOnce {
  private AtOnce() {}

  /** Gives what came of them, in the order in which they were given. */
  static <T> List<T> all(List<Callable<T>> things) {
    List<Future<T>> begun = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      things.forEach(one -> begun.add(threads.submit(one)));
    }
    return begun.stream().map(AtOnce::done).toList();
  }

  private static <T> T done(Future<T> one) {
    try {
      return one.get();
    } catch (ExecutionException | InterruptedException trouble) {
      throw new IllegalStateException(trouble);
    }
  }
}
