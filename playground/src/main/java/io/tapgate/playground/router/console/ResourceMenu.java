package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Insides;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /system/resource}: what kind of router this is, and since when it runs. */
record ResourceMenu(String version) implements Menu {
  @Override
  public String path() {
    return "/system/resource";
  }

  @Override
  public Set<Verb> verbs() {
    return PRINT_ONLY;
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    return List.of(
        new Row()
            .with("uptime", Span.print(Duration.between(inner.booted(), inner.now())))
            .with("version", version + " (stable)")
            .with("cpu-load", "1")
            .with("architecture-name", "x86_64")
            .with("board-name", "Tapgate playground")
            .with("platform", "MikroTik")
            .done());
  }
}
