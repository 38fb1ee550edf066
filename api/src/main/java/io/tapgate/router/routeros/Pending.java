package io.tapgate.router.routeros;

import io.tapgate.router.RouterTrouble;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A command that waits for its answer. Its items gather in the reading thread; who waits sees them
 * only once {@code !done} has closed the answer.
 */
final class Pending {
  private static final int MOST_ITEMS = 200_000;

  private final String tag;
  private final Command command;
  private final boolean takesRoom;
  private final long deadline;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private final List<Item> items = new ArrayList<>();
  private Answer.@Nullable Trapped trap;

  /**
   * @param takesRoom whether it counts among the commands that may be unanswered at once; a cancel
   *     does not, since it makes room
   */
  Pending(String tag, Command command, boolean takesRoom, Duration limit) {
    this.tag = tag;
    this.command = command;
    this.takesRoom = takesRoom;
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  String tag() {
    return tag;
  }

  boolean takesRoom() {
    return takesRoom;
  }

  List<String> words() {
    return command.tagged(tag);
  }

  /**
   * Takes in a reply; true when it was the last. A trap does not end an answer, {@code !done} does.
   */
  boolean hear(Reply reply) throws ProtocolException {
    return switch (reply.kind()) {
      case RE -> {
        keep(new Item(reply.attributes()));
        yield false;
      }
      case TRAP -> {
        trap = trap == null ? trapped(reply) : trap;
        yield false;
      }
      case EMPTY -> false;
      case DONE -> {
        answer.complete(trap == null ? new Answer.Complete(items, reply.attributes()) : trap);
        yield true;
      }
      case FATAL -> throw new ProtocolException("it ended the conversation");
    };
  }

  /** Answered, failed, or given up. */
  boolean isOver() {
    return answer.isDone();
  }

  void fail(RouterTrouble.Silent trouble) {
    answer.completeExceptionally(trouble);
  }

  /** The whole answer, within this command's time. */
  Answer await() throws TimeoutException, InterruptedException, ExecutionException {
    return answer.get(nanosLeft(), TimeUnit.NANOSECONDS);
  }

  long nanosLeft() {
    return Math.max(0, deadline - System.nanoTime());
  }

  private void keep(Item item) throws ProtocolException {
    if (!answer.isDone() && command.wanted().test(item)) {
      items.add(item);
    }
    if (items.size() > MOST_ITEMS) {
      throw new ProtocolException("it lists items without end");
    }
  }

  private static Answer.Trapped trapped(Reply reply) {
    return new Answer.Trapped(reply.attributes().getOrDefault("message", reply.text()));
  }
}
