package io.tapgate.playground.router.console;

import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Insides;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One menu of the console. A verb that is not among its own is never asked of it. */
interface Menu {
  Set<Verb> PRINT_ONLY = EnumSet.of(Verb.PRINT);

  /** Where it stands, such as {@code /ppp/active}. */
  String path();

  Set<Verb> verbs();

  /** Every item as it would be printed now: only the properties it has. */
  List<Map<String, String>> rows(Insides inner);

  /** Which policies a verb asks for. */
  default Set<String> needs(Verb verb, Arguments arguments) {
    return Set.of(verb.onlyReads() ? "read" : "write");
  }

  /** Properties that are shown only to those with the sensitive policy. */
  default Set<String> sensitive() {
    return Set.of();
  }

  /** A command that no other menu knows. */
  default Outcome run(Asked asked) {
    throw Trap.noSuchCommand();
  }

  /** The same for who asks for no more than these properties and the id; more does not hurt. */
  default List<Map<String, String>> rows(Insides inner, Set<String> properties) {
    return rows(inner);
  }

  /** What a listener of this menu is told of a change; empty when it is none of its own. */
  default Optional<Map<String, String>> heard(Change change) {
    return Optional.empty();
  }

  /** A new item; gives its id. */
  default String add(Arguments arguments, Insides inner) {
    throw Trap.noSuchCommand();
  }

  /** All of these items, or none when one is not there. */
  default void set(List<String> ids, Arguments arguments, Insides inner) {
    throw Trap.noSuchCommand();
  }

  /** Whether there is one item, which goes without an id. */
  default boolean isSingle() {
    return false;
  }

  default void setSingle(Arguments arguments, Insides inner) {
    throw Trap.noSuchCommand();
  }

  /** All of these items, before another or to the end. */
  default void move(List<String> ids, Optional<String> before, Insides inner) {
    throw Trap.noSuchCommand();
  }

  /** All of these items, or none when one is not there. */
  default void remove(List<String> ids, Insides inner) {
    throw Trap.noSuchCommand();
  }
}
