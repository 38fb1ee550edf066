package io.tapgate.playground.router.config;

import static io.tapgate.playground.router.config.Property.flag;
import static io.tapgate.playground.router.config.Property.mark;
import static io.tapgate.playground.router.config.Property.matching;
import static io.tapgate.playground.router.config.Property.naming;
import static io.tapgate.playground.router.config.Property.oneOf;
import static io.tapgate.playground.router.config.Property.text;

import java.util.List;

/** The menus of those who dial in. */
final class PppShapes {
  private static final String BYTES = "[0-9]{1,18}";

  private PppShapes() {}

  static List<Shape> all() {
    return List.of(l2tp(), sstp(), profile(), secret());
  }

  private static Shape l2tp() {
    return Shape.of("/interface/l2tp-server/server", Shape.Kind.SINGLE)
        .with("enabled", flag(false))
        .with("max-mtu", matching("1450", "[0-9]{2,5}"))
        .with("max-mru", matching("1450", "[0-9]{2,5}"))
        .with("authentication", text("pap,chap,mschap1,mschap2"))
        .with("keepalive-timeout", matching("30", "disabled|[0-9]{1,5}"))
        .with("max-sessions", matching("unlimited", "unlimited|[0-9]{1,9}"))
        .with("default-profile", naming("/ppp/profile", "default-encryption"))
        .with("use-ipsec", oneOf("no", "no", "yes", "required"))
        .with("caller-id-type", oneOf("ip-address", "ip-address", "number"))
        .with("one-session-per-host", flag(false));
  }

  private static Shape sstp() {
    return Shape.of("/interface/sstp-server/server", Shape.Kind.SINGLE)
        .with("enabled", flag(false))
        .with("port", matching("443", "[0-9]{1,5}"))
        .with("max-mtu", matching("1500", "[0-9]{2,5}"))
        .with("max-mru", matching("1500", "[0-9]{2,5}"))
        .with("keepalive-timeout", matching("60", "disabled|[0-9]{1,5}"))
        .with("default-profile", naming("/ppp/profile", "default"))
        .with("authentication", text("pap,chap,mschap1,mschap2"))
        .with("certificate", text("none"))
        .with("verify-client-certificate", flag(false))
        .with("tls-version", oneOf("any", "any", "only-1.2"));
  }

  private static Shape profile() {
    return Shape.of("/ppp/profile", Shape.Kind.LIST)
        .with("name", text())
        .with("local-address", text())
        .with("remote-address", text())
        .with("remote-ipv6-prefix-pool", text())
        .with("dhcpv6-pd-pool", text())
        .with("bridge", text())
        .with("interface-list", naming("/interface/list", ""))
        .with("incoming-filter", text())
        .with("outgoing-filter", text())
        .with("address-list", text())
        .with("dns-server", text())
        .with("wins-server", text())
        .with("session-timeout", text())
        .with("idle-timeout", text())
        .with("rate-limit", text())
        .with("use-ipv6", oneOf("yes", "yes", "no", "required", "default"))
        .with("use-mpls", oneOf("default", "yes", "no", "required", "default"))
        .with("use-compression", oneOf("default", "yes", "no", "default"))
        .with("use-encryption", oneOf("default", "yes", "no", "required", "default"))
        .with("use-upnp", oneOf("default", "yes", "no", "default"))
        .with("change-tcp-mss", oneOf("yes", "yes", "no", "default"))
        .with("only-one", oneOf("default", "default", "yes", "no"))
        .with("on-up", text())
        .with("on-down", text())
        .with("comment", text())
        .with("default", mark())
        .requires("name")
        .keyed("name");
  }

  private static Shape secret() {
    return Shape.of("/ppp/secret", Shape.Kind.LIST)
        .with("name", text())
        .with("service", oneOf("any", "any", "async", "l2tp", "ovpn", "pppoe", "pptp", "sstp"))
        .with("caller-id", text())
        .with("password", text())
        .with("profile", naming("/ppp/profile", "default"))
        .with("local-address", text())
        .with("remote-address", text())
        .with("remote-ipv6-prefix", text())
        .with("routes", text())
        .with("ipv6-routes", text())
        .with("limit-bytes-in", matching("0", BYTES))
        .with("limit-bytes-out", matching("0", BYTES))
        .with("disabled", flag(false))
        .with("comment", text())
        .with("last-logged-out", text().toldOnly())
        .with("last-caller-id", text().toldOnly())
        .with("last-disconnect-reason", text().toldOnly())
        .requires("name")
        .keyed("name");
  }
}
