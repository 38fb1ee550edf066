package io.tapgate.cli;

import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Failure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a router is reached, and what its lists are called. */
final class RouterOptions {
  @Option(names = "--host", description = "Its address or host name.")
  @Nullable String host;

  @Option(names = "--username", description = "Tapgate's own user there.")
  @Nullable String username;

  @Mixin Way way = new Way();

  @Option(names = "--anywhere", description = "Though the address is one that Tapgate avoids.")
  @Nullable Boolean anywhere;

  @Option(names = "--deny-list", paramLabel = "LIST", description = "Those who wait for a tap.")
  @Nullable String denyList;

  @Option(names = "--permit-list", paramLabel = "LIST", description = "Those who may pass.")
  @Nullable String permitList;

  @Option(names = "--ban-list", paramLabel = "LIST", description = "Callers that are banned.")
  @Nullable String banList;

  @Option(
      names = "--unconfirmed-timeout",
      paramLabel = "TIME",
      description =
          "How long a client has to answer here, such as 2m; default: as in the settings.")
  @Nullable String timeout;

  @Option(
      names = "--max-unconfirmed",
      paramLabel = "NUMBER",
      description = "How many in a row may go unanswered here; default: as in the settings.")
  @Nullable String unconfirmed;

  @Option(
      names = "--ban-timeout",
      paramLabel = "TIME",
      description = "How long a ban lasts that begins here, or never; default: as in the settings.")
  @Nullable String ban;

  void requireHostAndUser() {
    if (host == null || username == null) {
      throw Failure.typed("where is it? Give --host and --username.");
    }
  }

  Body in(Body body) {
    return way.in(body.with("host", host))
        .with("anywhere", anywhere)
        .with("username", username)
        .with("deny_list", denyList)
        .with("permit_list", permitList)
        .with("ban_list", banList)
        .with("unconfirmed_timeout", timeout)
        .with("max_unconfirmed_connections", unconfirmed)
        .with("ban_timeout", ban);
  }
}
