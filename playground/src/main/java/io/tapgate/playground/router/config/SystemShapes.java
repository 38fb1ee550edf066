package io.tapgate.playground.router.config;

import static io.tapgate.playground.router.config.Property.flag;
import static io.tapgate.playground.router.config.Property.kept;
import static io.tapgate.playground.router.config.Property.mark;
import static io.tapgate.playground.router.config.Property.matching;
import static io.tapgate.playground.router.config.Property.naming;
import static io.tapgate.playground.router.config.Property.oneOf;
import static io.tapgate.playground.router.config.Property.text;

import java.util.List;

/** The menus of the router itself: who may come in and how, certificates, time, what is allowed. */
final class SystemShapes {
  private SystemShapes() {}

  static List<Shape> all() {
    return List.of(group(), user(), service(), certificate(), deviceMode(), clock(), ntp());
  }

  private static Shape group() {
    return Shape.of("/user/group", Shape.Kind.LIST)
        .with("name", text())
        .with("policy", kept("", Policies::normal))
        .with("skin", text("default"))
        .with("comment", text())
        .requires("name")
        .keyed("name");
  }

  private static Shape user() {
    return Shape.of("/user", Shape.Kind.LIST)
        .with("name", text())
        .with("group", naming("/user/group", ""))
        .with("address", kept("", Networks::normal))
        .with("password", text())
        .with("disabled", flag(false))
        .with("comment", text())
        .requires("name", "group")
        .keyed("name");
  }

  private static Shape service() {
    return Shape.of("/ip/service", Shape.Kind.FIXED)
        .with("name", text().toldOnly())
        .with(
            "port",
            matching(
                "",
                "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}"
                    + "|655[0-2][0-9]|6553[0-5]"))
        .with("address", kept("", Networks::normal))
        .with("certificate", naming("/certificate", "none"))
        .with("tls-version", oneOf("any", "any", "only-1.2"))
        .with("max-sessions", matching("20", "[0-9]{1,4}"))
        .with("disabled", flag(false));
  }

  /** Until it is signed it is a template, and has neither a key nor a fingerprint. */
  private static Shape certificate() {
    return Shape.of("/certificate", Shape.Kind.LIST)
        .with("name", text())
        .with("issuer", text().toldOnly())
        .with("digest-algorithm", oneOf("sha256", "sha256", "sha384", "sha512"))
        .with("key-type", text().toldOnly())
        .with("country", text())
        .with("state", text())
        .with("locality", text())
        .with("organization", text())
        .with("unit", text())
        .with("common-name", text())
        .with(
            "key-size", matching("2048", "1024|1536|2048|4096|8192|(prime256v|secp384r|secp521r)1"))
        .with("subject-alt-name", matching("", "(IP|DNS|email):[^,]+(,(IP|DNS|email):[^,]+)*"))
        .with("days-valid", matching("365", "[1-9][0-9]{0,4}"))
        .with("trusted", flag(false))
        .with("key-usage", kept(KeyUsage.USUAL, KeyUsage::normal))
        .with("ca", text().toldOnly())
        .with("serial-number", text().toldOnly())
        .with("fingerprint", text().toldOnly())
        .with("akid", text().toldOnly())
        .with("skid", text().toldOnly())
        .with("invalid-before", text().toldOnly())
        .with("invalid-after", text().toldOnly())
        .with("expires-after", text().toldOnly())
        .with("private-key", flag(false).toldOnly())
        .with("authority", mark())
        .with("issued", mark())
        .with("expired", mark())
        .keyed("name")
        .unexported();
  }

  private static Shape deviceMode() {
    Shape shape =
        Shape.of("/system/device-mode", Shape.Kind.SINGLE)
            .with("mode", oneOf("advanced", "advanced", "home", "basic", "rose"))
            .with("allowed-versions", text().toldOnly())
            .with("flagged", flag(false))
            .with("flagging-enabled", flag(true))
            .with("attempt-count", matching("0", "[0-9]+").toldOnly());
    for (String feature : Feature.ALL) {
      shape = shape.with(feature, flag(Feature.isUsual(feature, "advanced")));
    }
    return shape.unexported();
  }

  private static Shape clock() {
    return Shape.of("/system/clock", Shape.Kind.SINGLE)
        .with("time-zone-autodetect", flag(true))
        .with("time-zone-name", text("UTC"));
  }

  private static Shape ntp() {
    return Shape.of("/system/ntp/client", Shape.Kind.SINGLE)
        .with("enabled", flag(false))
        .with("mode", oneOf("unicast", "unicast", "broadcast", "multicast", "manycast"))
        .with("servers", text())
        .with("vrf", text("main"))
        .with("freq-drift", text("0").toldOnly())
        .with("status", text("stopped").toldOnly());
  }
}
