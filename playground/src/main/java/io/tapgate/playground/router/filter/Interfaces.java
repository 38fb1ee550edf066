package io.tapgate.playground.router.filter;

import io.tapgate.playground.router.config.Shelf;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.Session;
import java.util.stream.Stream;

/** Which interface is in which list: by an admin's word, or because of a session's profile. */
public record Interfaces(Insides inner) {

  /** The list that a session's interface is put into; empty: none. */
  public String listOf(Session session) {
    return inner.configuration().profileOf(session.account().name()).said("interface-list");
  }

  boolean isIn(String list, String name) {
    return switch (list) {
      case "all" -> true;
      case "none" -> false;
      default -> isMember(list, name) || isDialledIn(list, name) || isIncluded(list, name);
    };
  }

  private boolean isMember(String list, String name) {
    return shelf("/interface/list/member").all().stream()
        .filter(member -> !member.isDisabled())
        .anyMatch(
            member -> member.said("list").equals(list) && member.said("interface").equals(name));
  }

  /** The router adds a session's interface to the list that its profile names. */
  private boolean isDialledIn(String list, String name) {
    return inner.sessions().behind(name).stream().anyMatch(session -> listOf(session).equals(list));
  }

  private boolean isIncluded(String list, String name) {
    return shelf("/interface/list")
        .where("name", list)
        .map(one ->
            Stream.of(one.said("include").split(",")).anyMatch(other -> isOther(other, name)))
        .orElse(false);
  }

  private boolean isOther(String list, String name) {
    return !list.isEmpty() && isIn(list, name);
  }

  private Shelf shelf(String path) {
    return inner.configuration().shelf(path);
  }
}
