package io.tapgate.router;

import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.Connection;
import io.tapgate.driving.Held;

/** One try at making a router match one connection: what was read, where to act, by what right. */
record Attempt(Connection read, RouterDoor door, Held claim) {
  TunnelAddress address() {
    return read.dial().tunnel();
  }

  /** Before what would undo the work of whoever drives by now. */
  void mustHold() {
    if (!claim.holds()) {
      throw RouterTrouble.Refused.drivenElsewhere();
    }
  }

  Attempt on(Connection newer) {
    return new Attempt(newer, door, claim);
  }
}
