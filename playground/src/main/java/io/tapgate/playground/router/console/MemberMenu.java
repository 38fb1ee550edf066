package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.filter.Interfaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code /interface/list/member}: what an admin wrote down, and the interfaces of sessions, which
 * the router puts into the list that their profile names.
 */
record MemberMenu(ShelfMenu shelf) implements Menu {
  private static final String PATH = "/interface/list/member";

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Set<Verb> verbs() {
    return shelf.verbs();
  }

  @Override
  public List<Map<String, String>> rows(Insides inner) {
    List<Map<String, String>> rows = new ArrayList<>(shelf.rows(inner));
    Interfaces interfaces = new Interfaces(inner);
    for (Session session : inner.sessions().all()) {
      String list = interfaces.listOf(session);
      if (!list.isEmpty()) {
        rows.add(row(session, list));
      }
    }
    return rows;
  }

  private static Map<String, String> row(Session session, String list) {
    return new Row()
        .with(".id", session.id().replace("*", "*F"))
        .with("list", list)
        .with("interface", session.interfaceName())
        .with("disabled", false)
        .with("dynamic", true)
        .done();
  }

  @Override
  public String add(Arguments arguments, Insides inner) {
    known(arguments, inner);
    return shelf.add(arguments, inner);
  }

  @Override
  public void set(List<String> ids, Arguments arguments, Insides inner) {
    known(arguments, inner);
    shelf.set(ids, arguments, inner);
  }

  /** Also the interface of somebody who is dialled in just now, such as {@code <l2tp-boris>}. */
  private static void known(Arguments arguments, Insides inner) {
    arguments
        .text("interface")
        .filter(name -> inner.configuration().shelf("/interface").where("name", name).isEmpty())
        .filter(name ->
            inner.sessions().all().stream().noneMatch(one -> one.interfaceName().equals(name)))
        .ifPresent(_ -> {
          throw Trap.noSuchValue("interface");
        });
  }

  @Override
  public void remove(List<String> ids, Insides inner) {
    shelf.remove(ids, inner);
  }
}
