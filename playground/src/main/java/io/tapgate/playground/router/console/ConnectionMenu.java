package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.Tracked;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /ip/firewall/connection} and its IPv6 twin. Removing an item cuts the connection. */
record ConnectionMenu(Family family, String path) implements Menu {
  @Override
  public Set<Verb> verbs() {
    return EnumSet.of(Verb.PRINT, Verb.REMOVE);
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    return inner.tracked(family).all().stream().map(ConnectionMenu::row).toList();
  }

  private static Map<String, String> row(Tracked one) {
    boolean tcp = one.protocol().equals("tcp");
    return new Row()
        .with(".id", one.id())
        .with("protocol", one.protocol())
        .with("src-address", end(one, one.from()))
        .with("dst-address", end(one, one.to()))
        .with("reply-src-address", end(one, one.to()))
        .with("reply-dst-address", end(one, one.from()))
        .with("src-port", port(one, one.from()))
        .with("dst-port", port(one, one.to()))
        .with("tcp-state", tcp ? Optional.of("established") : Optional.empty())
        .with("timeout", tcp ? "23h59m59s" : "10s")
        .with("seen-reply", true)
        .with("assured", tcp)
        .with("confirmed", true)
        .done();
  }

  /** With its port, where the protocol has ports. An IPv6 address stands alone. */
  private static String end(Tracked one, Tracked.End end) {
    boolean together = one.family() == Family.FOUR && hasPorts(one);
    return together ? end.address() + ":" + end.port() : end.address();
  }

  private static Optional<String> port(Tracked one, Tracked.End end) {
    boolean apart = one.family() == Family.SIX && hasPorts(one);
    return apart ? Optional.of(String.valueOf(end.port())) : Optional.empty();
  }

  private static boolean hasPorts(Tracked one) {
    return one.protocol().equals("tcp") || one.protocol().equals("udp");
  }

  @Override
  public void remove(List<String> ids, Insides inner) {
    List<Tracked> found =
        ids.stream()
            .map(id -> inner.tracked(family).find(id).orElseThrow(Trap::noSuchItem))
            .distinct()
            .toList();
    found.forEach(one -> inner.tracked(family).cut(one, inner.now()));
  }
}
