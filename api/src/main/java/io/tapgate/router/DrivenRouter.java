package io.tapgate.router;

import io.tapgate.driving.Driver;

/** A router, the way to it, and who walks that way. */
record DrivenRouter(Router router, Doorway doorway, RouterRounds rounds, Driver driver) {

  Condition condition() {
    if (driver.isDriving()) {
      return driven();
    }
    return driver.isDrivenSomewhere() ? new Condition.DrivenElsewhere() : new Condition.Undriven();
  }

  private Condition driven() {
    Condition now = doorway.condition();
    return now instanceof Condition.Open && rounds.sideBySide() < Appetite.MOST / 2
        ? new Condition.Slow(rounds.sideBySide())
        : now;
  }

  void close() {
    driver.close();
    doorway.close();
  }
}
