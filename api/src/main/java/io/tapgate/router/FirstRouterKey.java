package io.tapgate.router;

import io.tapgate.doors.DoorSettings;
import io.tapgate.doors.HookKeys;
import io.tapgate.doors.KeyDigest;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The hook token of the router that the environment describes. */
@Component
class FirstRouterKey implements HookKeys {
  private final Map<KeyDigest, Long> routers;

  FirstRouterKey(DoorSettings settings, Routers all) {
    this.routers = Map.of(KeyDigest.of(settings.hookToken()), all.first().value());
  }

  @Override
  public Map<KeyDigest, Long> routers() {
    return routers;
  }
}
