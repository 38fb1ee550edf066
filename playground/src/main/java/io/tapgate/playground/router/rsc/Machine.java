package io.tapgate.playground.router.rsc;

import java.time.Duration;
import java.util.Map;

/** The router as a script sees it. What it refuses is a {@link ScriptError}. */
public interface Machine {

  Menus menus();

  /** {@code /tool/fetch}. An answer of 400 or more is refused. */
  void fetch(Map<String, String> arguments);

  void log(String topic, String text);

  /** A line for whoever looks. */
  void put(String text);

  void delay(Duration span);
}
