package io.tapgate.admin.why;

import io.tapgate.audit.Actor;

/** What people call whoever acted. */
public interface Names {
  String of(Actor actor);
}
