package io.tapgate.playground.router.config;

import static io.tapgate.playground.router.config.Property.flag;
import static io.tapgate.playground.router.config.Property.matching;
import static io.tapgate.playground.router.config.Property.naming;
import static io.tapgate.playground.router.config.Property.oneOf;
import static io.tapgate.playground.router.config.Property.text;

import java.util.List;
import java.util.stream.Stream;

/** The menus there are, as far as anybody here asks for them. */
final class Shapes {
  private static final String STATES =
      "!?(established|related|new|invalid|untracked)(,(established|related|new|invalid|untracked))*";
  private static final String PORTS = "!?[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*";

  static final List<Shape> ALL =
      Stream.of(interfaces(), PppShapes.all(), rules(), SystemShapes.all())
          .flatMap(List::stream)
          .toList();

  private static List<Shape> interfaces() {
    return List.of(
        Shape.of("/interface", Shape.Kind.FIXED)
            .with("name", text())
            .with("type", text().toldOnly())
            .with("comment", text()),
        Shape.of("/interface/list", Shape.Kind.LIST)
            .with("name", text())
            .with("include", text())
            .with("exclude", text())
            .with("comment", text())
            .requires("name")
            .keyed("name"),
        Shape.of("/interface/list/member", Shape.Kind.LIST)
            .with("list", naming("/interface/list", ""))
            .with("interface", text())
            .with("disabled", flag(false))
            .with("comment", text())
            .requires("list", "interface"));
  }

  private static List<Shape> rules() {
    return List.of(
        filter("/ip/firewall/filter"),
        filter("/ipv6/firewall/filter"),
        Shape.of("/ip/settings", Shape.Kind.SINGLE)
            .with("rp-filter", oneOf("no", "no", "loose", "strict")),
        Shape.of("/ipv6/settings", Shape.Kind.SINGLE).with("disable-ipv6", flag(false)));
  }

  private Shapes() {}

  private static Shape filter(String path) {
    return Shape.of(path, Shape.Kind.ORDERED)
        .with("chain", text())
        .with(
            "action",
            oneOf(
                "accept",
                "accept",
                "drop",
                "reject",
                "jump",
                "return",
                "log",
                "passthrough",
                "fasttrack-connection"))
        .with("jump-target", text())
        .with("connection-state", matching("", STATES))
        .with("connection-nat-state", matching("", "!?(srcnat|dstnat)"))
        .with("in-interface", text())
        .with("out-interface", text())
        .with("in-interface-list", text())
        .with("out-interface-list", text())
        .with("src-address", text())
        .with("dst-address", text())
        .with("src-address-list", text())
        .with("dst-address-list", text())
        .with("protocol", text())
        .with("src-port", matching("", PORTS))
        .with("dst-port", matching("", PORTS))
        .with("ipsec-policy", text())
        .with("reject-with", text())
        .with("hw-offload", flag(false))
        .with("log", flag(false))
        .with("log-prefix", text())
        .with("disabled", flag(false))
        .with("comment", text())
        .requires("chain");
  }
}
