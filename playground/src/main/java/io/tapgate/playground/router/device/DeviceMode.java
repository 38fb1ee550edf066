package io.tapgate.playground.router.device;

import io.tapgate.playground.router.config.Feature;
import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.config.Shelf;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the router may do at all, whoever asks. A change of it waits until somebody stands at the
 * router: a button, or a power cut. Touched only inside the device.
 */
public final class DeviceMode {
  private final Shelf shelf;
  private Optional<Asked> asked = Optional.empty();

  /** A change that nobody has confirmed yet. */
  public record Asked(Map<String, String> changes, Instant until) {}

  DeviceMode(Shelf shelf) {
    this.shelf = shelf;
  }

  public boolean allows(String feature) {
    return shelf.value(item(), feature).equals("true");
  }

  /** Asks for a change; empty when another one waits: then both are off. */
  public Optional<Asked> ask(Map<String, String> changes, Instant until) {
    if (asked.isPresent()) {
      cancel(asked.get());
      return Optional.empty();
    }
    asked = Optional.of(new Asked(changes, until));
    return asked;
  }

  public boolean isAsked() {
    return asked.isPresent();
  }

  /** Nobody came in time, or whoever asked has gone. */
  public void cancel(Asked one) {
    if (asked.filter(one::equals).isPresent()) {
      asked = Optional.empty();
      int attempts = Integer.parseInt(shelf.value(item(), "attempt-count")) + 1;
      change(Map.of("attempt-count", String.valueOf(attempts)));
    }
  }

  /** Somebody stands at the router: what is asked for comes true. */
  void confirm() {
    asked.ifPresent(one -> change(confirmed(one.changes())));
    asked = Optional.empty();
  }

  /** A mode brings its own rules, but for those that are named beside it. */
  private static Map<String, String> confirmed(Map<String, String> changes) {
    Map<String, String> all = new LinkedHashMap<>();
    Optional.ofNullable(changes.get("mode"))
        .ifPresent(mode ->
            Feature.ALL.forEach(one -> all.put(one, String.valueOf(Feature.isUsual(one, mode)))));
    all.putAll(changes);
    all.put("attempt-count", "0");
    return all;
  }

  private void change(Map<String, String> values) {
    boolean _ = shelf.change(item(), values);
  }

  private Item item() {
    return shelf.all().getFirst();
  }
}
