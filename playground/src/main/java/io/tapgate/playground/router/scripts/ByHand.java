package io.tapgate.playground.router.scripts;

import io.tapgate.playground.router.console.Console;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.rsc.Machine;
import io.tapgate.playground.router.rsc.Menus;
import io.tapgate.playground.router.rsc.ScriptError;
import java.time.Duration;
import java.util.Map;

/** The router for a script that an admin runs: it may do anything but wait for the outside. */
record ByHand(Device device, Menus menus) implements Machine {
  ByHand(Device device, Console console) {
    this(device, new ConsoleMenus(console, new Cause.Hand()));
  }

  @Override
  public void fetch(Map<String, String> arguments) {
    throw new ScriptError("nobody waits for a fetch here");
  }

  @Override
  public void log(String topic, String text) {
    device.change(new Cause.Hand(), inner -> inner.log("script," + topic, text));
  }

  @Override
  public void put(String text) {}

  @Override
  public void delay(Duration span) {
    throw new ScriptError("nobody waits here");
  }
}
