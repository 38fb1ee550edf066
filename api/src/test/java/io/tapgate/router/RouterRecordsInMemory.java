package io.tapgate.router;

import io.tapgate.connection.RouterId;
import io.tapgate.doors.KeyDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Routers on record without a database: the environment's, and whichever are added. */
public final class RouterRecordsInMemory implements RouterRecords {
  private final Map<Long, RouterRecord> rows = new TreeMap<>();
  private final Map<RouterId, LockedPassword> passwords = new HashMap<>();
  private final Map<RouterId, KeyDigest> hooks = new HashMap<>();

  public RouterRecordsInMemory() {
    RouterId first = new RouterId(1);
    put(new RouterRecord(first, RouterFixture.settings().particulars(), true, 0));
  }

  LockedPassword password(RouterId id) {
    return Objects.requireNonNull(passwords.get(id));
  }

  KeyDigest hook(RouterId id) {
    return Objects.requireNonNull(hooks.get(id));
  }

  @Override
  public List<RouterRecord> all() {
    return List.copyOf(rows.values());
  }

  @Override
  public Optional<RouterRecord> find(RouterId id) {
    return Optional.ofNullable(rows.get(id.value()));
  }

  @Override
  public Optional<RouterRecord> hold(RouterId id) {
    return find(id);
  }

  @Override
  public RouterId next() {
    return new RouterId(rows.size() + 1L);
  }

  @Override
  public boolean isTaken(String name, RouterId butBy) {
    return rows.values().stream()
        .anyMatch(one -> one.particulars().name().equals(name) && !one.id().equals(butBy));
  }

  @Override
  public boolean isShown(RouterId id, KeyDigest hook) {
    return Optional.ofNullable(hooks.get(id)).filter(hook::equals).isPresent();
  }

  @Override
  public RouterRecord add(
      RouterId id, Particulars particulars, LockedPassword password, KeyDigest hook) {
    passwords.put(id, password);
    hooks.put(id, hook);
    return put(new RouterRecord(id, particulars, false, 0));
  }

  @Override
  public RouterRecord change(
      RouterId held, Particulars particulars, Optional<LockedPassword> password) {
    password.ifPresent(fresh -> passwords.put(held, fresh));
    return put(new RouterRecord(held, particulars, false, version(held) + 1));
  }

  @Override
  public RouterRecord renew(RouterId held, KeyDigest hook, Duration overlap) {
    hooks.put(held, hook);
    Particulars same = find(held).orElseThrow().particulars();
    return put(new RouterRecord(held, same, false, version(held) + 1));
  }

  @Override
  public void remove(RouterId held) {
    rows.remove(held.value());
  }

  private int version(RouterId id) {
    return find(id).orElseThrow().version();
  }

  private RouterRecord put(RouterRecord row) {
    rows.put(row.id().value(), row);
    return row;
  }
}
