package io.tapgate.playground.router.device;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Who is dialled in. Touched only inside the device. */
public final class Sessions {
  private static final int FIRST_BOOT = 0x81A0_0000;
  private static final int NEXT_BOOT = 0x0010_0000;

  private final Consumer<Change> announce;
  private final Map<String, Session> byId = new LinkedHashMap<>();
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

  public boolean anyOn(String address) {
    return byId.values().stream().anyMatch(session -> session.address().equals(address));
  }

  public Session open(Account account, String service, String caller, String address, Instant now) {
    count++;
    String sessionId = String.format("0x%08X", boot + count);
    Session session = new Session(ids.next(), sessionId, account, service, caller, address, now);
    byId.put(session.id(), session);
    announce.accept(new Change.SessionUp(now, session));
    return session;
  }

  /** The session is over; false when it was already. */
  public boolean close(Session session, Instant now, Change.Why why) {
    if (!isUp(session)) {
      return false;
    }
    byId.remove(session.id());
    announce.accept(new Change.SessionDown(now, session, why));
    return true;
  }

  /** Nobody is dialled in any more; item numbers start anew, session ids go on elsewhere. */
  void reboot(Instant now) {
    all().forEach(session -> close(session, now, Change.Why.REBOOT));
    ids = new Ids();
    boot += NEXT_BOOT;
    count = 0;
  }
}
