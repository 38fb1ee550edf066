package io.tapgate.doors;

import java.util.Map;

/** Which hook token belongs to which router. */
public interface HookKeys {

  /** Digest of the token, to the router's row. */
  Map<KeyDigest, Long> routers();
}
