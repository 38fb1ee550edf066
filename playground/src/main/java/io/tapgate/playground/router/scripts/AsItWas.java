package io.tapgate.playground.router.scripts;

import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.rsc.Menus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The router as a script found it when a session came up or went down, for one that runs once more:
 * it is shown the sessions of that moment, and changes nothing.
 */
record AsItWas(Event event, Menus now) implements Menus {
  private static final String SESSIONS = "/ppp/active";

  @Override
  public List<Map<String, String>> rows(String menu, Set<String> properties) {
    return menu.equals(SESSIONS) ? sessions() : now.rows(menu, properties);
  }

  @Override
  public Optional<Map<String, String>> row(String menu, String id, String property) {
    return menu.equals(SESSIONS)
        ? sessions().stream().filter(row -> id.equals(row.get(".id"))).findFirst()
        : now.row(menu, id, property);
  }

  private List<Map<String, String>> sessions() {
    Session session = event.session();
    return switch (event.kind()) {
      case UP ->
          List.of(
              Map.of(
                  ".id",
                  session.id(),
                  "name",
                  session.account().name(),
                  "service",
                  session.service(),
                  "caller-id",
                  session.caller(),
                  "address",
                  session.address(),
                  "session-id",
                  session.sessionId()));
      case DOWN -> List.of();
    };
  }

  @Override
  public String add(String menu, Map<String, String> values) {
    return "*0";
  }

  @Override
  public void set(String menu, List<String> ids, Map<String, String> values) {}

  @Override
  public void remove(String menu, List<String> ids) {}

  @Override
  public void sign(String menu, String id) {}
}
