package io.tapgate.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many things at the same time. */
final class AtOnce {
  private AtOnce() {}

  /** Each on a thread of its own. Gives what came of them, in the order of the things. */
  static <T> List<T> all(List<Callable<T>> things) {
    return of(Executors.newVirtualThreadPerTaskExecutor(), things);
  }

  /** The same, so many at a time: what is begun is no longer the same instant as what waits. */
  static <T> List<T> abreast(int many, List<Callable<T>> things) {
    return of(Executors.newFixedThreadPool(many), things);
  }

  private static <T> List<T> of(ExecutorService executor, List<Callable<T>> things) {
    List<Future<T>> begun = new ArrayList<>();
    try (ExecutorService threads = executor) {
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
