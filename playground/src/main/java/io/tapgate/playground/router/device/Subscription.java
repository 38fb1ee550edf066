package io.tapgate.playground.router.device;

/** Listening that can be ended. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
