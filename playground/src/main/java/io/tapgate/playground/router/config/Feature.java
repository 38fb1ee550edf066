package io.tapgate.playground.router.config;

import java.util.List;
import java.util.Set;

/** What a device mode may forbid. */
public final class Feature {
  /** In the order in which a router tells them. */
  public static final List<String> ALL =
      List.of(
          "scheduler",
          "socks",
          "fetch",
          "pptp",
          "l2tp",
          "bandwidth-test",
          "traffic-gen",
          "sniffer",
          "ipsec",
          "romon",
          "proxy",
          "hotspot",
          "smb",
          "email",
          "zerotier",
          "container",
          "install-any-version",
          "partitions",
          "routerboard");

  private static final Set<String> NEVER =
      Set.of("traffic-gen", "container", "install-any-version", "partitions", "routerboard");
  private static final Set<String> NOT_BASIC =
      Set.of("bandwidth-test", "hotspot", "proxy", "socks", "zerotier");
  private static final Set<String> NOT_AT_HOME =
      Set.of("scheduler", "fetch", "sniffer", "romon", "email");

  private Feature() {}

  /** Whether a mode allows it unless somebody says otherwise. */
  public static boolean isUsual(String feature, String mode) {
    return switch (mode) {
      case "home" -> isUsual(feature, "basic") && !NOT_AT_HOME.contains(feature);
      case "basic" -> isUsual(feature, "advanced") && !NOT_BASIC.contains(feature);
      case "rose" -> feature.equals("container") || isUsual(feature, "advanced");
      default -> !NEVER.contains(feature);
    };
  }
}
