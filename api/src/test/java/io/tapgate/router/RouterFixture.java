package io.tapgate.router;

import io.tapgate.address.Network;
import io.tapgate.connection.RouterId;
import io.tapgate.settings.Span;
import java.util.List;

/** A router called office, for tests. */
public final class RouterFixture {
  /** The one that the fixtures' connections come through. */
  public static final RouterId ID = new RouterId(3);

  private RouterFixture() {}

  public static Router router() {
    return settings().router(ID);
  }

  public static RouterSettings settings(String... neverBan) {
    return new RouterSettings(
        "office",
        "192.0.2.1",
        8729,
        "tapgate",
        "a-password",
        "off",
        "",
        "",
        "deny",
        "permit",
        "ban",
        Span.parse("15m"),
        Span.parse("1m"),
        "",
        Span.parse("5m"),
        List.of(neverBan).stream().map(Network::parse).toList());
  }
}
