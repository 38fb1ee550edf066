package io.tapgate.doors;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All keys there are. Those of the settings and the routers are each compared, so that a wrong key
 * takes as long as a right one; those of the admin API are found by their digest.
 */
@Component
class Keys {
  private final HookKeys hooks;
  private final ApiKeys apiKeys;
  private final Map<KeyDigest, Visitor> settings = new LinkedHashMap<>();

  Keys(HookKeys hooks, ApiKeys apiKeys, DoorSettings written) {
    this.hooks = hooks;
    this.apiKeys = apiKeys;
    settings.put(KeyDigest.of(written.watcherToken()), new Visitor.Watcher());
    settings.put(
        KeyDigest.of(written.adminToken()),
        new Visitor.Admin(apiKeys.environmentKey(), Scope.ADMIN));
    if (!written.metricsToken().isEmpty()) {
      settings.put(KeyDigest.of(written.metricsToken()), new Visitor.Metrics());
    }
  }

  /** Who is there. */
  sealed interface Holder {
    record Known(Visitor visitor) implements Holder {}

    /** The key was good once. */
    record Over(String why) implements Holder {}

    record Nobody() implements Holder {}
  }

  Holder holder(String key) {
    KeyDigest shown = KeyDigest.of(key);
    Visitor known = compared(shown);
    if (known instanceof Visitor.Admin admin) {
      apiKeys.used(admin.key());
    }
    if (known != null) {
      return new Holder.Known(known);
    }
    return key.startsWith(ApiKeys.PREFIX) ? lookedUp(shown) : new Holder.Nobody();
  }

  private @Nullable Visitor compared(KeyDigest shown) {
    Visitor found = null;
    for (Map.Entry<KeyDigest, Visitor> known : settings.entrySet()) {
      found = known.getKey().matches(shown) ? known.getValue() : found;
    }
    for (Map.Entry<KeyDigest, Long> known : hooks.routers().entrySet()) {
      found = known.getKey().matches(shown) ? new Visitor.Hook(known.getValue()) : found;
    }
    return found;
  }

  private Holder lookedUp(KeyDigest shown) {
    return switch (apiKeys.find(shown)) {
      case ApiKeys.Found.Valid(var visitor) -> new Holder.Known(visitor);
      case ApiKeys.Found.Over(var why) -> new Holder.Over(why);
      case ApiKeys.Found.Unknown _ -> new Holder.Nobody();
    };
  }
}
