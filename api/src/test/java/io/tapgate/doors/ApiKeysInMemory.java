package io.tapgate.doors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys of the admin API without a database; the environment's is number one. */
final class ApiKeysInMemory implements ApiKeys {
  private final Map<KeyDigest, Found> known = new HashMap<>();
  private final List<Long> used = new ArrayList<>();

  void has(String key, Found found) {
    known.put(KeyDigest.of(key), found);
  }

  List<Long> used() {
    return used;
  }

  @Override
  public Found find(KeyDigest digest) {
    return known.getOrDefault(digest, new Found.Unknown());
  }

  @Override
  public long environmentKey() {
    return 1;
  }

  @Override
  public void used(long key) {
    used.add(key);
  }
}
