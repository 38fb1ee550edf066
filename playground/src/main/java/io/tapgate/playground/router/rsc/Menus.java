package io.tapgate.playground.router.rsc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The menus of a router as a script sees them. What they refuse is a {@link ScriptError}. */
public interface Menus {

  /** Every item of a menu: its id, and at least those of these properties that it has. */
  List<Map<String, String>> rows(String menu, Set<String> properties);

  /** One item, with at least this property if it has it; empty: it is not there. */
  Optional<Map<String, String>> row(String menu, String id, String property);

  /** Gives the id. */
  String add(String menu, Map<String, String> values);

  void set(String menu, List<String> ids, Map<String, String> values);

  void remove(String menu, List<String> ids);

  /** {@code /certificate/sign}: what makes a key of one that was only described. */
  void sign(String menu, String id);
}
