package io.tapgate.cli;

import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a router's gate is to be like, where it is not what anybody would expect. */
final class GateOptions {
  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description =
          "Whose clients stand before the gate. If nothing is said: all that dial in; with --print:"
              + " default-encryption.")
  List<String> profiles = List.of();

  @Option(
      names = "--url",
      description = "Where the router reaches Tapgate: PUBLIC_URL, if nothing is said.")
  @Nullable String url;

  @Option(
      names = "--from",
      paramLabel = "ADDRESS",
      description = "Where Tapgate comes from, if the router sees another address than it should.")
  @Nullable String from;

  Body in(Body body) {
    return body.with("profiles", profiles.isEmpty() ? null : profiles)
        .with("report_to", url)
        .with("tapgate_address", from);
  }

  /** Nobody logs in to ask the router. */
  void requireFrom() {
    if (from == null) {
      throw Failure.typed("where does Tapgate come from, as the router sees it? Give --from.");
    }
  }
}
