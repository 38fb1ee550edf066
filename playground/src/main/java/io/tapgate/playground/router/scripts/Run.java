package io.tapgate.playground.router.scripts;

import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.rsc.Machine;
import io.tapgate.playground.router.rsc.Menus;
import io.tapgate.playground.router.rsc.Script;
import io.tapgate.playground.router.rsc.ScriptError;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One script on its way for one event. What it fetches last is its report. */
final class Run implements Machine {
  /** For whoever wants to see what it did first: a script that does not come to rest is left. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Event event;
  private final Menus menus;
  private final Device device;
  private final Outside outside;
  private final CountDownLatch atRest = new CountDownLatch(1);
  private Report report = new Report.Untold();

  /** What takes time, and whom it is taken from. */
  interface Outside {
    /**
     * @param resting told when there is somebody to wait for
     */
    Report fetched(Map<String, String> arguments, Runnable resting);

    void pass(Duration span);
  }

  Run(Event event, Menus menus, Device device, Outside outside) {
    this.event = event;
    this.menus = menus;
    this.device = device;
    this.outside = outside;
  }

  @Override
  public Menus menus() {
    return menus;
  }

  /** To the script's end or to where it goes wrong, as the router's log then says. */
  Report through(Supplier<Script> script) {
    try {
      script.get().run(this, event.given());
    } catch (ScriptError wrong) {
      line("script,error", "script error: " + wrong.getMessage());
    } finally {
      atRest.countDown();
    }
    return report;
  }

  /** Until it waits for the outside or is at its end. */
  void untilItRests() {
    try {
      boolean _ = atRest.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void fetch(Map<String, String> arguments) {
    report = outside.fetched(arguments, atRest::countDown);
    switch (report) {
      case Report.Answered(int status, String _) -> {
        told("answered " + status);
        if (status >= 400) {
          throw new ScriptError("failure: Fetch failed with status " + status);
        }
      }
      case Report.Failed(String why) -> {
        told("failed, " + why);
        throw new ScriptError("failure: " + why);
      }
      case Report.Lost _, Report.Untold _ -> throw new ScriptError("failure: connection timeout");
    }
  }

  private void told(String outcome) {
    line("script,info", "told Tapgate that " + event.words() + ": " + outcome);
  }

  @Override
  public void log(String topic, String text) {
    line("script," + topic, text);
  }

  private void line(String topics, String text) {
    device.change(event.cause(), inner -> inner.log(topics, text));
  }

  @Override
  public void put(String text) {}

  @Override
  public void delay(Duration span) {
    atRest.countDown();
    outside.pass(span);
  }
}
