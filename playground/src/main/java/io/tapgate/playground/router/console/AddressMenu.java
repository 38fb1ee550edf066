package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.Session;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code /ip/address}: of each session, the router's end and, as a network of one, the client's.
 */
record AddressMenu(String own) implements Menu {
  @Override
  public String path() {
    return "/ip/address";
  }

  @Override
  public Set<Verb> verbs() {
    return PRINT_ONLY;
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    return inner.sessions().all().stream()
        .filter(session -> Family.of(session.address()) == Family.FOUR)
        .map(this::row)
        .toList();
  }

  private Map<String, String> row(Session session) {
    return new Row()
        .with(".id", session.id())
        .with("address", own + "/32")
        .with("network", session.address())
        .with("interface", session.interfaceName())
        .with("actual-interface", session.interfaceName())
        .with("invalid", false)
        .with("dynamic", true)
        .with("disabled", false)
        .done();
  }
}
