package io.tapgate.playground.router.device;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Who is dialled in. Touched only inside the device. */
public final class Sessions {
  private static final int FIRST_BOOT = 0x81A0_0000;
  private static final int NEXT_BOOT = 0x0010_0000;

  private final Consumer<Change> announce;
  private final Map<String, Session> byId = new LinkedHashMap<>();
  private final Map<String, Set<Session>> byAddress = new HashMap<>();
  private final Map<String, Set<Session>> byInterface = new HashMap<>();
  private Ids ids = new Ids();
  private int boot = FIRST_BOOT;
  private int count;

  Sessions(Consumer<Change> announce) {
    this.announce = announce;
  }

  public Collection<Session> all() {
    return List.copyOf(byId.values());
  }

  public Optional<Session> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public boolean isUp(Session session) {
    return session.equals(byId.get(session.id()));
  }

  /** Those that have this tunnel address, the oldest first. */
  public List<Session> on(String address) {
    return List.copyOf(byAddress.getOrDefault(address, Set.of()));
  }

  /** Those whose interface is called so. */
  public List<Session> behind(String interfaceName) {
    return List.copyOf(byInterface.getOrDefault(interfaceName, Set.of()));
  }

  public Session open(Account account, String service, String caller, String address, Instant now) {
    count++;
    String sessionId = String.format("0x%08X", boot + count);
    Session session = new Session(ids.next(), sessionId, account, service, caller, address, now);
    byId.put(session.id(), session);
    byAddress.computeIfAbsent(address, _ -> new LinkedHashSet<>()).add(session);
    byInterface.computeIfAbsent(session.interfaceName(), _ -> new LinkedHashSet<>()).add(session);
    announce.accept(new Change.SessionUp(now, session));
    return session;
  }

  /** The session is over; false when it was already. */
  public boolean close(Session session, Instant now, Change.Why why) {
    if (!isUp(session)) {
      return false;
    }
    byId.remove(session.id());
    forget(session, byAddress, session.address());
    forget(session, byInterface, session.interfaceName());
    announce.accept(new Change.SessionDown(now, session, why));
    return true;
  }

  private static void forget(Session session, Map<String, Set<Session>> from, String key) {
    Set<Session> all = from.getOrDefault(key, new LinkedHashSet<>());
    all.remove(session);
    if (all.isEmpty()) {
      from.remove(key);
    }
  }

  /** Nobody is dialled in any more; item numbers start anew, session ids go on elsewhere. */
  void reboot(Instant now) {
    all().forEach(session -> close(session, now, Change.Why.REBOOT));
    ids = new Ids();
    boot += NEXT_BOOT;
    count = 0;
  }
}
