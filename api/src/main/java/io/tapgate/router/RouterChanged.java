package io.tapgate.router;

import io.tapgate.audit.By;
import io.tapgate.connection.RouterId;
import java.util.Map;

/**
 * Somebody changed which routers there are. Announced inside the transaction that did it.
 *
 * @param detail what is different, in words; never a secret
 */
public record RouterChanged(RouterId router, What what, By by, Map<String, String> detail) {
  public RouterChanged {
    detail = Map.copyOf(detail);
  }

  /** What was done. */
  public enum What {
    ADDED,
    CHANGED,
    REMOVED,
    PREPARED,
    CLEARED,
    HOOK_TOKEN_RENEWED
  }
}
