package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /ppp/active}: who is dialled in. Removing an item drops the session. */
record PppActiveMenu() implements Menu {
  @Override
  public String path() {
    return "/ppp/active";
  }

  @Override
  public Set<Verb> verbs() {
    return EnumSet.of(Verb.PRINT, Verb.LISTEN, Verb.REMOVE);
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    Instant now = inner.now();
    return inner.sessions().all().stream().map(session -> row(session, now)).toList();
  }

  @Override
  public List<Map<String, String>> rows(Insides inner, Set<String> properties) {
    return properties.contains("uptime")
        ? rows(inner)
        : inner.sessions().all().stream().map(PppActiveMenu::timeless).toList();
  }

  private static Map<String, String> timeless(Session session) {
    return new Row()
        .with(".id", session.id())
        .with("name", session.account().name())
        .with("service", session.service())
        .with("caller-id", session.caller())
        .with("address", session.address())
        .with("session-id", session.sessionId())
        .done();
  }

  private static Map<String, String> row(Session session, Instant now) {
    return new Row()
        .with(".id", session.id())
        .with("name", session.account().name())
        .with("service", session.service())
        .with("caller-id", session.caller())
        .with("address", session.address())
        .with("uptime", Span.print(Duration.between(session.since(), now)))
        .with("encoding", "")
        .with("session-id", session.sessionId())
        .with("limit-bytes-in", "0")
        .with("limit-bytes-out", "0")
        .with("radius", false)
        .done();
  }

  @Override
  public Optional<Map<String, String>> heard(Change change) {
    return switch (change) {
      case Change.SessionUp(Instant at, Session session) -> Optional.of(row(session, at));
      case Change.SessionDown(var _, Session session, var _) -> Optional.of(Row.dead(session.id()));
      default -> Optional.empty();
    };
  }

  @Override
  public void remove(List<String> ids, Insides inner) {
    List<Session> found =
        ids.stream()
            .map(id -> inner.sessions().find(id).orElseThrow(Trap::noSuchItem))
            .distinct()
            .toList();
    found.forEach(session -> inner.sessions().close(session, inner.now(), Change.Why.REMOVED));
  }
}
