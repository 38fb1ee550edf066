package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /interface}: those of the router, and one for each session, for as long as it lasts. */
record InterfaceMenu(ShelfMenu shelf) implements Menu {
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
    inner.sessions().all().forEach(session -> rows.add(row(session)));
    return rows;
  }

  private static Map<String, String> row(Session session) {
    return new Row()
        .with(".id", session.id().replace("*", "*F"))
        .with("name", session.interfaceName())
        .with("type", session.service() + "-in")
        .with("running", true)
        .with("dynamic", true)
        .with("disabled", false)
        .done();
  }

  @Override
  public void set(List<String> ids, Arguments arguments, Insides inner) {
    shelf.set(ids, arguments, inner);
  }
}
