package io.tapgate.cli;

import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a router is reached, and what its lists are called. */
final class RouterOptions {
  @Option(names = "--host", description = "Its address or host name.")
  @Nullable String host;

  @Option(names = "--port", description = "Of its API: 8729 with TLS, 8728 without.")
  @Nullable Integer port;

  @Option(names = "--username", description = "Tapgate's own user there.")
  @Nullable String username;

  @Option(names = "--tls", description = "verify, pinned or off.")
  @Nullable String tls;

  @Option(names = "--ca", paramLabel = "FILE", description = "For verify: its authority, in PEM.")
  @Nullable Path ca;

  @Option(names = "--fingerprint", paramLabel = "HEX", description = "For pinned: its SHA-256.")
  @Nullable String fingerprint;

  @Option(names = "--deny-list", paramLabel = "LIST", description = "Those who wait for a tap.")
  @Nullable String denyList;

  @Option(names = "--permit-list", paramLabel = "LIST", description = "Those who may pass.")
  @Nullable String permitList;

  @Option(names = "--ban-list", paramLabel = "LIST", description = "Callers that are banned.")
  @Nullable String banList;

  @Option(names = "--anywhere", description = "Though the address is one that Tapgate avoids.")
  @Nullable Boolean anywhere;

  void requireHostAndUser() {
    if (host == null || username == null) {
      throw Failure.typed("where is it? Give --host and --username.");
    }
  }

  Body in(Body body) {
    return body.with("host", host)
        .with("port", port)
        .with("username", username)
        .with("tls", tls)
        .with("ca", authority())
        .with("fingerprint", fingerprint)
        .with("deny_list", denyList)
        .with("permit_list", permitList)
        .with("ban_list", banList)
        .with("anywhere", anywhere);
  }

  private @Nullable String authority() {
    try {
      return ca == null ? null : Files.readString(ca);
    } catch (IOException _) {
      throw Failure.typed(ca + " cannot be read: it must be a PEM file.");
    }
  }
}
