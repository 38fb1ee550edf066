package io.tapgate.router.routeros.gate;

import io.tapgate.router.Router;
import io.tapgate.router.gate.Gate;
import io.tapgate.router.gate.Visit;
import io.tapgate.router.gate.Visits;
import io.tapgate.router.routeros.RouterosDoors;
import java.util.List;

/** Visits at routers that run RouterOS 7. */
public final class RouterosVisits implements Visits {
  private final RouterosDoors doors;

  public RouterosVisits(RouterosDoors doors) {
    this.doors = doors;
  }

  @Override
  public Visit begin(Router asAdmin) {
    return new RouterosVisit(doors.converse(asAdmin), asAdmin.login().username());
  }

  @Override
  public String script(Gate gate, String tapgate) {
    List<String> profiles =
        gate.profiles().isEmpty() ? List.of("default-encryption") : gate.profiles();
    return new Scripts(gate).prepare(tapgate, profiles);
  }
}
