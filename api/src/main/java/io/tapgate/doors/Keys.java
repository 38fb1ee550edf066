package io.tapgate.doors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All keys there are. Every one is compared, so that a wrong key takes as long as a right one. */
@Component
class Keys {
  private final HookKeys hooks;
  private final Map<KeyDigest, Visitor> others = new LinkedHashMap<>();

  Keys(HookKeys hooks, DoorSettings settings) {
    this.hooks = hooks;
    others.put(KeyDigest.of(settings.watcherToken()), new Visitor.Watcher());
    others.put(KeyDigest.of(settings.adminToken()), new Visitor.Admin());
    if (!settings.metricsToken().isEmpty()) {
      others.put(KeyDigest.of(settings.metricsToken()), new Visitor.Metrics());
    }
  }

  Optional<Visitor> holder(String key) {
    KeyDigest shown = KeyDigest.of(key);
    Visitor found = null;
    for (Map.Entry<KeyDigest, Visitor> known : others.entrySet()) {
      found = known.getKey().matches(shown) ? known.getValue() : found;
    }
    for (Map.Entry<KeyDigest, Long> known : hooks.routers().entrySet()) {
      found = known.getKey().matches(shown) ? new Visitor.Hook(known.getValue()) : found;
    }
    return Optional.ofNullable(found);
  }
}
