package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Callers;
import io.tapgate.playground.router.device.Insides;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code /ip/service}. Since 7.19 a row for each connection stands among the services, under the
 * same name: whoever asks by name alone gets both.
 */
record ServiceMenu(ShelfMenu shelf, Dialect dialect) implements Menu {
  // Beyond the numbers that services have.
  private static final int FIRST = 0x100;

  @Override
  public String path() {
    return shelf.path();
  }

  @Override
  public Set<Verb> verbs() {
    return shelf.verbs();
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    List<Map<String, String>> rows = new ArrayList<>(shelf.rows(inner));
    if (dialect.tellsConnections()) {
      inner.callers().all().forEach(caller -> rows.add(row(caller)));
    }
    return rows;
  }

  private static Map<String, String> row(Callers.Caller caller) {
    return new Row()
        .with(".id", id(caller))
        .with("name", caller.service())
        .with("port", String.valueOf(caller.port()))
        .with("proto", "tcp")
        .with("local", "127.0.0.1")
        .with("remote", caller.remote())
        .with("dynamic", true)
        .with("connection", true)
        .done();
  }

  private static String id(Callers.Caller caller) {
    return "*" + Integer.toHexString(FIRST + caller.number()).toUpperCase(Locale.ROOT);
  }

  @Override
  public void set(List<String> ids, Arguments arguments, Insides inner) {
    boolean ofConnection =
        inner.callers().all().stream().anyMatch(caller -> ids.contains(id(caller)));
    if (dialect.tellsConnections() && ofConnection) {
      throw Trap.failure("this is configured elsewhere");
    }
    shelf.set(ids, arguments, inner);
  }
}
