package io.tapgate.playground.router.service;

import io.tapgate.playground.router.console.Command;
import io.tapgate.playground.router.console.Console;
import io.tapgate.playground.router.console.Refusal;
import io.tapgate.playground.router.device.Callers;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.playground.router.wire.Sentence;
import io.tapgate.playground.time.Time;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;

/** The ports and the conversations on them. */
public final class ApiService implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ApiService.class.getName());
  private static final Refusal BAD_LOGIN =
      new Refusal(Optional.empty(), RouterWeather.Refusing.WRONG_PASSWORD);

  private final Device device;
  private volatile Console console;
  private final ApiDoors doors;
  private final Set<Conversation> conversations = ConcurrentHashMap.newKeySet();
  private final Time time;
  private volatile RouterWeather weather = new RouterWeather.Fine();
  private final AtomicInteger connections = new AtomicInteger();
  private final Callers callers;

  /** From now on whoever comes is answered. */
  public ApiService(Device device, Console console, ApiDoors doors, Time time) {
    this.device = device;
    this.console = console;
    this.doors = doors;
    this.callers = device.inside(Insides::callers);
    this.time = time;
    settle();
  }

  public RouterWeather weather() {
    return weather;
  }

  /** Off closes the ports and cuts everyone; any other weather opens the same ports again. */
  public synchronized void turn(RouterWeather wanted) {
    boolean off = wanted instanceof RouterWeather.Off;
    if (!off) {
      doors.follow(device, this::welcome);
    }
    weather = wanted;
    notifyAll();
    if (off) {
      shut();
    } else if (wanted instanceof RouterWeather.Refusing) {
      cutEveryone();
    }
    device.change(
        new Cause.Hand(), inner -> inner.announce(new Change.Switched(inner.now(), wanted)));
  }

  /** The services may have been changed: opens and closes accordingly. */
  public synchronized void settle() {
    if (!(weather instanceof RouterWeather.Off)) {
      doors.follow(device, this::welcome);
    }
  }

  /** Who comes from now on speaks to this console; everyone who is there is cut. */
  public void speakBy(Console next) {
    console = next;
    cutEveryone();
  }

  /** Ends every conversation without a word; who comes again is let in again. */
  public void cutEveryone() {
    conversations.forEach(this::cut);
  }

  /** Every connection open now falls silent for good. Who comes from now on is answered. */
  public void stall() {
    conversations.forEach(Conversation::stall);
  }

  /** How many are connected just now. */
  public int callers() {
    return conversations.size();
  }

  @Override
  public synchronized void close() {
    weather = new RouterWeather.Off();
    notifyAll();
    shut();
  }

  Time time() {
    return time;
  }

  /** What whoever logs in may do, or what the login is refused with. */
  Welcome welcomes(Cause.Api by, Sentence sentence, Command command, Socket from) {
    String caller = from.getInetAddress().getHostAddress();
    String where = caller + " via " + (from instanceof SSLSocket ? "api-ssl" : "api");
    return device.inside(
        by,
        inner -> {
          Welcome welcome = welcome(command, caller, inner);
          boolean admitted = welcome instanceof Welcome.Admitted;
          Console.hear(by.user(), sentence, inner);
          inner.log(
              admitted ? "system,info,account" : "system,error,critical",
              admitted
                  ? "user " + by.user() + " logged in from " + where
                  : "login failure for user " + by.user() + " from " + where);
          return welcome;
        });
  }

  private Welcome welcome(Command command, String caller, Insides inner) {
    if (weather instanceof RouterWeather.Refusing(String text)) {
      return new Welcome.Refused(new Refusal(Optional.empty(), text));
    }
    return Login.admitted(command, caller, inner)
        .<Welcome>map(Welcome.Admitted::new)
        .orElse(new Welcome.Refused(BAD_LOGIN));
  }

  /** A silent router takes the connection, and not even the handshake comes about. */
  synchronized void waitWhileSilent() throws IOException {
    try {
      while (weather instanceof RouterWeather.Silent) {
        wait();
      }
    } catch (InterruptedException _) {
      throw new InterruptedIOException("closed while silent");
    }
  }

  void ended(Conversation conversation) {
    conversations.remove(conversation);
    callers.went(conversation.number());
  }

  /** A connection broke. That is the other side's affair, or our own doing. */
  void lost(IOException why) {
    LOG.log(Level.DEBUG, "an API connection ended: {0}", why.getMessage());
  }

  private void shut() {
    doors.shut();
    cutEveryone();
  }

  private void cut(Conversation conversation) {
    try {
      conversation.close();
    } catch (IOException gone) {
      lost(gone);
    }
  }

  private void welcome(ApiDoor door, Socket caller) {
    try {
      Optional<Socket> greeted = doors.greeted(door, caller, device);
      if (greeted.isEmpty()) {
        caller.close();
        return;
      }
      int number = connections.incrementAndGet();
      Conversation conversation = new Conversation(this, console, greeted.get(), number);
      callers.came(
          new Callers.Caller(number, door.service(), door.port(), "127.0.0.1:" + caller.getPort()));
      conversations.add(conversation);
      if (weather instanceof RouterWeather.Off || !door.isOpen()) {
        cut(conversation);
      }
      Thread.ofVirtual().name("router-conversation").start(conversation::hold);
    } catch (IOException gone) {
      lost(gone);
    }
  }
}
