package io.tapgate.router.gate;

import io.tapgate.router.Router;

/** Opens visits. One make of router, one implementation. */
public interface Visits {

  /** Connects and logs in; throws as {@link io.tapgate.router.RouterDoors} does. */
  Visit begin(Router asAdmin);

  /** The same set-up as a text that an admin gives to the router. */
  String script(Gate gate, String tapgate);
}
