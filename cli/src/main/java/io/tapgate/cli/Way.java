package io.tapgate.cli;

import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By which way a router is reached, and how it is known to be that router. */
final class Way {
  @Option(names = "--port", description = "Of its API: 8729 with TLS, 8728 without.")
  @Nullable Integer port;

  @Option(names = "--tls", description = "verify, pinned or off.")
  @Nullable String tls;

  @Option(names = "--ca", paramLabel = "FILE", description = "For verify: its authority, in PEM.")
  @Nullable Path ca;

  @Option(names = "--fingerprint", paramLabel = "HEX", description = "For pinned: its SHA-256.")
  @Nullable String fingerprint;

  Body in(Body body) {
    return body.with("port", port)
        .with("tls", tls)
        .with("ca", authority())
        .with("fingerprint", fingerprint);
  }

  private @Nullable String authority() {
    try {
      return ca == null ? null : Files.readString(ca);
    } catch (IOException _) {
      throw Failure.typed(ca + " cannot be read: it must be a PEM file.");
    }
  }
}
