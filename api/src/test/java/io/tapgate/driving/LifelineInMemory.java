package io.tapgate.driving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A lifeline without a database: it breaks when a test says so, and rings are written down. */
public final class LifelineInMemory implements Lifeline {
  private final Map<String, Runnable> wakes = new HashMap<>();
  private final List<String> rung = new ArrayList<>();
  private long lines = 1;
  private boolean broken;

  @Override
  public synchronized long line() {
    return broken ? NONE : lines;
  }

  @Override
  public synchronized void ring(String thing) {
    rung.add(thing);
  }

  @Override
  public synchronized void onRing(String thing, Runnable wake) {
    wakes.put(thing, wake);
  }

  /** Another node rang. */
  public void heard(String thing) {
    Runnable wake;
    synchronized (this) {
      wake = wakes.getOrDefault(thing, () -> {});
    }
    wake.run();
  }

  public synchronized List<String> rung() {
    return List.copyOf(rung);
  }

  public synchronized void breaks() {
    broken = true;
  }

  /** A new line: whoever held something under the old one may have lost it. */
  public synchronized void mended() {
    broken = false;
    lines++;
  }
}
