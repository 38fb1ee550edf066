package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Subscription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** What a command comes to. */
public sealed interface Outcome {

  /** The items asked for, each with the properties asked for. */
  record Rows(List<Map<String, String>> rows) implements Outcome {}

  /** Done, with a value: the new item's id, or a count. */
  record Value(String value) implements Outcome {}

  /** Goes on until it is cancelled: rows come as things happen. Whoever follows closes it. */
  record Following(BlockingQueue<Map<String, String>> rows, Subscription subscription)
      implements Outcome, AutoCloseable {
    @Override
    public void close() {
      subscription.close();
    }
  }

  /** Takes its time. It is carried out outside of the device, by whoever answers. */
  record Underway(Task task) implements Outcome {}

  /** Tells rows as it goes on, and gives how it ended: neither of the two that go on. */
  @FunctionalInterface
  interface Task {
    Outcome carryOut(Consumer<Map<String, String>> progress) throws InterruptedException;
  }

  record Done() implements Outcome {}

  /** Some of the items, and then no more. */
  record Broken(List<Map<String, String>> rows, Refusal refusal) implements Outcome {}

  record Refused(Refusal refusal) implements Outcome {}
}
