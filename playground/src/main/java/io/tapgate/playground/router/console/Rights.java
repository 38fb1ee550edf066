package io.tapgate.playground.router.console;

import io.tapgate.playground.router.config.Policies;
import java.util.Set;

/** What whoever is logged in may do: the policies of the group, as they were at the login. */
public record Rights(Set<String> granted) {
  public Rights {
    granted = Set.copyOf(granted);
  }

  /** By a group's policy, as it is written down. */
  public static Rights of(String policy) {
    return new Rights(Policies.granted(policy));
  }

  /** Of the router's own scripts: what they may not do, they are not asked to. */
  static Rights all() {
    return of(Policies.all());
  }

  public boolean may(String policy) {
    return granted.contains(policy);
  }

  /** Refuses when one of these is not granted. */
  void need(Set<String> policies) {
    if (!granted.containsAll(policies)) {
      throw Trap.notPermitted();
    }
  }
}
