package io.tapgate.router;

import java.util.Map;

/** How each router is to be reached, by its name, as this node sees it. */
public interface Conditions {
  Map<String, Condition> now();

  /** How many tries this node would give the router at once: fewer, the slower it answers. */
  int sideBySide(String router);
}
