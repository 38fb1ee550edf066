package io.tapgate.cli;

import io.tapgate.cli.api.Body;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a new account on a router is like. */
final class AccountOptions {
  @Option(
      names = "--profile",
      description = "One that the router has; without it, the one behind the gate.")
  @Nullable String profile;

  @Option(
      names = "--service",
      paramLabel = "VPN",
      description = "any (the default), l2tp, sstp, ovpn, pptp or pppoe.")
  @Nullable String service;

  @Option(names = "--comment", description = "More words for its comment on the router.")
  @Nullable String comment;

  boolean isGiven() {
    return profile != null || service != null || comment != null;
  }

  Body in(Body body) {
    return body.with("profile", profile).with("service", service).with("comment", comment);
  }
}
