package io.tapgate.playground.router.scripts;

import io.tapgate.playground.router.console.Console;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.fetch.Fetch;
import io.tapgate.playground.router.fetch.Fetched;
import io.tapgate.playground.router.rsc.Menus;
import io.tapgate.playground.router.rsc.Script;
import io.tapgate.playground.router.rsc.ScriptError;
import io.tapgate.playground.time.Time;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs what the profiles say, each in a thread of its own. */
public final class Scripts implements AutoCloseable {
  /** Of different texts; a router has a handful. */
  private static final int MOST = 64;

  private final Device device;
  private final Console console;
  private final String routerAddress;
  private final Time time;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Script> read = new ConcurrentHashMap<>();

  public Scripts(Device device, Console console, String routerAddress, Time time) {
    this.device = device;
    this.console = console;
    this.routerAddress = routerAddress;
    this.time = time;
  }

  /** A script under way: what becomes of its report, and a way to see what it does first. */
  public record Running(CompletableFuture<Report> report, Runnable untilItRests) {
    /** When this returns, the script waits for the outside, or is at its end. */
    public CompletableFuture<Report> atRest() {
      untilItRests.run();
      return report;
    }
  }

  /**
   * The session came up.
   *
   * @param reported whether what the script fetches gets through
   */
  public Running up(Session session, boolean reported) {
    return run(event(Event.Kind.UP, session), reported);
  }

  /** The session went down. */
  public Running down(Session session, boolean reported) {
    return run(event(Event.Kind.DOWN, session), reported);
  }

  /** The script as it ran, or would have run, when the session came up; it changes nothing. */
  public CompletableFuture<Report> reportUp(Session session) {
    return again(event(Event.Kind.UP, session));
  }

  /** The same for when it went down. */
  public CompletableFuture<Report> reportDown(Session session) {
    return again(event(Event.Kind.DOWN, session));
  }

  private Event event(Event.Kind kind, Session session) {
    return new Event(kind, session, routerAddress);
  }

  private Running run(Event event, boolean reported) {
    return start(event, new ConsoleMenus(console, event.cause()), new Real(reported));
  }

  private CompletableFuture<Report> again(Event event) {
    Menus menus = new AsItWas(event, new ConsoleMenus(console, event.cause()));
    return start(event, menus, new AtOnce(new Real(true))).report();
  }

  private Running start(Event event, Menus menus, Run.Outside outside) {
    String text = device.inside(event::text);
    if (text.isBlank()) {
      return new Running(CompletableFuture.completedFuture(new Report.Untold()), () -> {});
    }
    Run run = new Run(event, menus, device, outside);
    CompletableFuture<Report> report =
        CompletableFuture.supplyAsync(() -> run.through(() -> script(text)), threads);
    return new Running(report, run::untilItRests);
  }

  /** A text is read once, however often it runs. */
  private Script script(String text) {
    if (read.size() > MOST) {
      read.clear();
    }
    return read.computeIfAbsent(text, Script::of);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** The world as it is. */
  private final class Real implements Run.Outside {
    private final boolean reported;

    Real(boolean reported) {
      this.reported = reported;
    }

    @Override
    public Report fetched(Map<String, String> arguments, Runnable resting) {
      Fetch fetch = ready(arguments);
      if (!reported) {
        return new Report.Lost();
      }
      resting.run();
      return sent(fetch);
    }

    private Fetch ready(Map<String, String> arguments) {
      try {
        return console.fetching(arguments);
      } catch (IllegalArgumentException refused) {
        throw new ScriptError(String.valueOf(refused.getMessage()));
      }
    }

    private Report sent(Fetch fetch) {
      try {
        return switch (fetch.send()) {
          case Fetched.Answered(int status, String body) -> new Report.Answered(status, body);
          case Fetched.Failed(String why) -> new Report.Failed(why);
        };
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return new Report.Failed("interrupted");
      }
    }

    @Override
    public void pass(Duration span) {
      try {
        time.until(time.instant().plus(span));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The same, without a wait: that is over already. */
  private record AtOnce(Run.Outside real) implements Run.Outside {
    @Override
    public Report fetched(Map<String, String> arguments, Runnable resting) {
      return real.fetched(arguments, resting);
    }

    @Override
    public void pass(Duration span) {}
  }
}
