package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** A post office without a post: what was done, in order; it fails when a test says so. */
final class MessengerInMemory implements Messenger {
  private final List<String> done = new ArrayList<>();
  private final Queue<ChatTrouble> troubles = new ConcurrentLinkedQueue<>();
  private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));

  /** One call for each. */
  void failsWith(ChatTrouble... fails) {
    troubles.addAll(List.of(fails));
  }

  /** Every call waits at this gate. */
  CountDownLatch hold() {
    CountDownLatch closed = new CountDownLatch(1);
    gate.set(closed);
    return closed;
  }

  synchronized List<String> done() {
    return List.copyOf(done);
  }

  @Override
  public MessageId send(ChatId chat, Letter letter) {
    return new MessageId(keep("send " + chat + " " + letter.buttons().size() + " buttons"));
  }

  @Override
  public void edit(ChatId chat, MessageId message, Letter letter) {
    keep("edit " + chat + " " + message.value() + " " + letter.buttons().size() + " buttons");
  }

  @Override
  public void takeButtons(ChatId chat, MessageId message) {
    keep("takeButtons " + chat + " " + message.value());
  }

  private long keep(String deed) {
    try {
      gate.get().await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    ChatTrouble fails = troubles.poll();
    if (fails != null) {
      throw fails;
    }
    synchronized (this) {
      done.add(deed);
      return done.size();
    }
  }
}
