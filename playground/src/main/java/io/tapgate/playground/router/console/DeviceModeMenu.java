package io.tapgate.playground.router.console;

import io.tapgate.playground.router.config.Property;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.DeviceMode;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.time.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code /system/device-mode}: what the router may do at all. A change takes somebody who presses a
 * button: until then the command goes on.
 */
record DeviceModeMenu(ShelfMenu shelf, Device device, Dialect dialect, Time time) implements Menu {
  private static final String LIMIT = "activation-timeout";
  private static final Duration USUAL = Duration.ofMinutes(5);

  @Override
  public String path() {
    return shelf.path();
  }

  @Override
  public Set<Verb> verbs() {
    return Set.of(Verb.PRINT, Verb.UPDATE);
  }

  /** No source says who may ask: the careful way. */
  @Override
  public Set<String> needs(Verb verb, Arguments arguments) {
    return verb.onlyReads() ? Set.of("read") : Set.of("write", "policy");
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    Map<String, String> row = new LinkedHashMap<>(shelf.rows(inner).getFirst());
    if (!dialect.knowsModes()) {
      row.replace("mode", "advanced", "enterprise");
    }
    return List.of(row);
  }

  @Override
  public Outcome run(Asked asked) {
    Arguments arguments = asked.arguments();
    Set<String> known = new HashSet<>(shelf.shape().settable());
    known.add(LIMIT);
    arguments.only(known);
    Duration limit = arguments.span(LIMIT).orElse(USUAL);
    Map<String, String> changes = changes(arguments);
    Optional<DeviceMode.Asked> waiting =
        asked.inner().deviceMode().ask(changes, asked.inner().now().plus(limit));
    return waiting
        .<Outcome>map(one -> new Outcome.Underway(rows -> awaited(asked.by(), one, limit, rows)))
        .orElseThrow(() -> Trap.canceled());
  }

  private Map<String, String> changes(Arguments arguments) {
    Map<String, String> changes = new HashMap<>();
    shelf
        .shape()
        .settable()
        .forEach(name ->
            arguments.text(name).ifPresent(typed -> changes.put(name, normal(name, typed))));
    return changes;
  }

  private String normal(String name, String typed) {
    Property property = shelf.shape().properties().get(name);
    String word = name.equals("mode") && typed.equals("enterprise") ? "advanced" : typed;
    return Optional.ofNullable(property)
        .flatMap(one -> one.normal().apply(word))
        .orElseThrow(() -> Trap.noSuchValue(name));
  }

  /** A confirmed change ends in a reboot, and nobody is left to be answered. */
  private Outcome awaited(
      Cause by, DeviceMode.Asked one, Duration limit, Consumer<Map<String, String>> rows)
      throws InterruptedException {
    String left = String.format("%dm%02ds", limit.toMinutes(), limit.toSecondsPart());
    rows.accept(
        Map.of(
            "update",
            "please activate by turning power off or pressing reset or mode button in " + left));
    try {
      time.until(one.until());
    } finally {
      device.change(by, inner -> inner.deviceMode().cancel(one));
    }
    throw Trap.canceled();
  }
}
