package io.tapgate.connection.web;

import io.tapgate.connection.Expiring;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Does at once what the timer does. */
@RestController
class TimeCheckDoor {
  private final Expiring expiring;

  TimeCheckDoor(Expiring expiring) {
    this.expiring = expiring;
  }

  record Checked(int expired) {}

  @PostMapping("/client/timecheck")
  Checked check() {
    return new Checked(expiring.expireDue());
  }
}
