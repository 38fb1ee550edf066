package io.tapgate.router.routeros;

import io.tapgate.router.RouterTrouble;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One socket, many questions at once. Each command bears a tag, and its answer finds the way back
 * by it. One thread reads and one writes; callers only wait, each no longer than its command may
 * take.
 *
 * <p>A command that is late is cancelled on the router and forgotten, and what still comes for it
 * is dropped. When the socket ends, or the other side breaks the protocol, or does not even answer
 * a cancel, the conversation is over and every caller hears {@link RouterTrouble.Silent} at once.
 */
public final class Conversation implements AutoCloseable {
  private final Line line;
  private final Limits limits;
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();
  private final BlockingQueue<Pending> outbox = new LinkedBlockingQueue<>();
  private final AtomicLong tags = new AtomicLong();
  private final Semaphore room;
  private final AtomicReference<@Nullable Exception> end = new AtomicReference<>();
  private final Thread writer;

  private Conversation(Line line, Limits limits) {
    this.line = line;
    this.limits = limits;
    this.room = new Semaphore(limits.pending());
    this.writer = Thread.ofVirtual().name("to " + line.where()).unstarted(this::write);
  }

  static Conversation over(Line line, Limits limits) {
    Conversation begun = new Conversation(line, limits);
    begun.writer.start();
    Thread.ofVirtual().name("from " + line.where()).start(begun::read);
    return begun;
  }

  public Answer ask(Command command) {
    return askAll(List.of(command)).getFirst();
  }

  /** Sends them together and waits for every answer; none waits for another's. */
  public List<Answer> askAll(List<Command> commands) {
    List<Pending> sent = new ArrayList<>();
    try {
      for (Command command : commands) {
        sent.add(send(command));
      }
      List<Answer> answers = new ArrayList<>();
      for (Pending one : sent) {
        answers.add(one.await());
      }
      return answers;
    } catch (TimeoutException late) {
      throw silent("did not answer completely in time", late);
    } catch (ExecutionException broken) {
      throw over(broken.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw silent("was not waited for any longer", stopped);
    } finally {
      sent.forEach(this::giveUp);
    }
  }

  /** Our end of the line, by its address. */
  public String ourEnd() {
    return line.bare().getLocalAddress().getHostAddress();
  }

  boolean isOpen() {
    return end.get() == null;
  }

  @Override
  public void close() {
    finish(new IOException("we hung up"));
  }

  private Pending send(Command command) throws InterruptedException, TimeoutException {
    Exception ended = end.get();
    if (ended != null) {
      throw over(ended);
    }
    Pending one = new Pending(nextTag(), command, true, limits.of(command));
    if (!room.tryAcquire(one.nanosLeft(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException("too many commands are unanswered");
    }
    return post(one);
  }

  private Pending post(Pending one) {
    pending.put(one.tag(), one);
    outbox.add(one);
    Exception ended = end.get();
    if (ended != null) {
      forget(one, ended);
    }
    return one;
  }

  private String nextTag() {
    return Long.toString(tags.incrementAndGet());
  }

  /** Whatever nobody waits for any more must not go on working on the router. */
  private void giveUp(Pending one) {
    if (!one.isOver()) {
      one.fail(silent("was too late", null));
      Command cancel = Phrasebook.cancel(one.tag());
      Pending cancelling = post(new Pending(nextTag(), cancel, false, limits.cancel()));
      Thread.ofVirtual().start(() -> forgetAfter(cancelling, one));
    }
  }

  private void forgetAfter(Pending cancelling, Pending late) {
    try {
      cancelling.await();
      forget(late);
    } catch (TimeoutException | InterruptedException _) {
      finish(new IOException("it did not even answer a cancel"));
    } catch (ExecutionException over) {
      finish(over);
    }
  }

  private void forget(Pending one) {
    if (pending.remove(one.tag()) != null && one.takesRoom()) {
      room.release();
    }
  }

  private void forget(Pending one, Exception why) {
    forget(one);
    one.fail(over(why));
  }

  private void write() {
    try {
      OutputStream out = new BufferedOutputStream(line.speaking().getOutputStream(), 1 << 14);
      while (isOpen()) {
        for (Pending next = outbox.take(); next != null; next = outbox.poll()) {
          say(next, out);
        }
        out.flush();
      }
    } catch (IOException | InterruptedException | RuntimeException broken) {
      finish(broken);
    }
  }

  /** Nobody waits any more for what is over: whoever gave it up has gone on from there. */
  private static void say(Pending one, OutputStream out) throws IOException {
    if (!one.isOver()) {
      Wire.write(out, one.words());
    }
  }

  private void read() {
    try {
      InputStream in = new BufferedInputStream(line.speaking().getInputStream(), 1 << 16);
      while (isOpen()) {
        hear(Reply.of(Wire.read(in)));
      }
    } catch (IOException | RuntimeException broken) {
      finish(broken);
    }
  }

  private void hear(Reply reply) throws ProtocolException {
    if (reply.kind() == Reply.Kind.FATAL) {
      throw new ProtocolException("it ended the conversation: " + Reply.shown(reply.text()));
    }
    Pending one = pending.get(reply.tag());
    if (one == null) {
      dropIfLate(reply);
    } else if (one.hear(reply)) {
      forget(one);
    }
  }

  private void dropIfLate(Reply reply) throws ProtocolException {
    String tag = reply.tag();
    if (!tag.matches("\\d{1,18}") || Long.parseLong(tag) > tags.get()) {
      throw new ProtocolException("it answered what was never asked");
    }
  }

  /** Once, with the first reason. The bare socket is closed: TLS would wait for the other side. */
  private void finish(Exception why) {
    if (end.compareAndSet(null, why)) {
      line.hangUp(why);
      writer.interrupt();
    }
    Exception first = Objects.requireNonNull(end.get());
    pending.values().forEach(one -> forget(one, first));
  }

  private RouterTrouble.Silent over(@Nullable Throwable why) {
    Throwable reason = why instanceof RouterTrouble.Silent told ? told.getCause() : why;
    String text = reason == null ? "the line broke" : String.valueOf(reason.getMessage());
    return silent("is not on the line: " + text, reason);
  }

  private RouterTrouble.Silent silent(String what, @Nullable Throwable cause) {
    return new RouterTrouble.Silent("the router " + line.where() + " " + what, cause);
  }
}
