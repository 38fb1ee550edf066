package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A post office without a post: what was done, in order; it fails when a test says so. */
final class MessengerInMemory implements Messenger {
  /** Whoever is asked about when no chat is. */
  static final ChatId NOBODY = new ChatId(0);

  private static final CountDownLatch OPEN = new CountDownLatch(0);

  private final List<String> done = new ArrayList<>();
  private final Map<ChatId, ChatTrouble> troubles = new ConcurrentHashMap<>();
  private final Map<ChatId, CountDownLatch> gates = new ConcurrentHashMap<>();

  /** The next call for this chat. */
  void failsWith(ChatId chat, ChatTrouble trouble) {
    troubles.put(chat, trouble);
  }

  /** Every call for this chat waits at this gate. */
  CountDownLatch hold(ChatId chat) {
    CountDownLatch closed = new CountDownLatch(1);
    gates.put(chat, closed);
    return closed;
  }

  synchronized List<String> done() {
    return List.copyOf(done);
  }

  @Override
  public MessageId send(ChatId chat, Letter letter) {
    return new MessageId(keep(chat, "send " + chat + " " + letter.buttons().size() + " buttons"));
  }

  @Override
  public void edit(ChatId chat, MessageId message, Letter letter) {
    String what = message.value() + " " + letter.buttons().size() + " buttons";
    keep(chat, "edit " + chat + " " + what);
  }

  @Override
  public void takeButtons(ChatId chat, MessageId message) {
    keep(chat, "takeButtons " + chat + " " + message.value());
  }

  @Override
  public Sender whoAmI() {
    return new Sender(keep(NOBODY, "who am I"), "gate");
  }

  private long keep(ChatId chat, String deed) {
    wait(gates.getOrDefault(chat, OPEN));
    ChatTrouble trouble = troubles.remove(chat);
    if (trouble != null) {
      throw trouble;
    }
    synchronized (this) {
      done.add(deed);
      return done.size();
    }
  }

  private static void wait(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
