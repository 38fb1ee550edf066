package io.tapgate.router;

import io.tapgate.doors.DoorSettings;
import io.tapgate.doors.HookKeys;
import io.tapgate.doors.KeyDigest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The hook tokens: the environment's for its router, and one for each router that was added. */
@Component
class RouterKeys implements HookKeys {
  private final KeyDigest first;
  private final Routers routers;

  RouterKeys(DoorSettings settings, Routers routers) {
    this.first = KeyDigest.of(settings.hookToken());
    this.routers = routers;
  }

  @Override
  public Map<KeyDigest, Long> routers() {
    Map<KeyDigest, Long> keys = new HashMap<>();
    routers.now().hooks().forEach((hook, router) -> keys.put(hook, router.value()));
    keys.put(first, routers.first().value());
    return keys;
  }
}
