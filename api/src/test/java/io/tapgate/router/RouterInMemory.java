package io.tapgate.router;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A router without a wire: its sessions and its three lists. */
public final class RouterInMemory implements RouterDoor {
  private final List<Session> sessions = new ArrayList<>();
  private final Set<TunnelAddress> denied = new HashSet<>();
  private final Map<TunnelAddress, Duration> permitted = new HashMap<>();
  private final Map<CallerAddress, Optional<Duration>> banned = new HashMap<>();
  private final List<String> said = new ArrayList<>();
  private Runnable whilePermitting = () -> {};
  private volatile Runnable beforeEachAnswer = () -> {};
  private boolean silent;
  private boolean open = true;

  public synchronized RouterInMemory lists(Session... up) {
    sessions.clear();
    sessions.addAll(List.of(up));
    return this;
  }

  /** Somebody's permit stands there already. */
  public synchronized void permitted(TunnelAddress address) {
    permitted.put(address, Duration.ofMinutes(15));
  }

  /** The script denied it, as it does when a session comes up. */
  public synchronized void denied(TunnelAddress address) {
    denied.add(address);
  }

  /** It keeps the caller out already. */
  public synchronized void banned(CallerAddress caller) {
    banned.put(caller, Optional.empty());
  }

  public synchronized void whilePermitting(Runnable meanwhile) {
    whilePermitting = meanwhile;
  }

  /** A permit is two answers, whatever else is asked one. */
  public void beforeEachAnswer(Runnable meanwhile) {
    beforeEachAnswer = meanwhile;
  }

  public synchronized void fallSilent() {
    silent = true;
  }

  public synchronized List<String> said() {
    return List.copyOf(said);
  }

  public synchronized List<Session> sessions() {
    return List.copyOf(sessions);
  }

  public synchronized boolean denies(TunnelAddress address) {
    return denied.contains(address);
  }

  public synchronized Optional<Duration> permits(TunnelAddress address) {
    return Optional.ofNullable(permitted.get(address));
  }

  public synchronized boolean bans(CallerAddress caller) {
    return banned.containsKey(caller);
  }

  @Override
  public Sight look(TunnelAddress address) {
    beforeEachAnswer.run();
    return seen(address);
  }

  private synchronized Sight seen(TunnelAddress address) {
    said("look " + address);
    List<Session> there =
        sessions.stream().filter(session -> session.address().equals(address)).toList();
    return new Sight(there, denies(address), permitted.containsKey(address));
  }

  @Override
  public void deny(TunnelAddress address) {
    answers(
        "deny " + address,
        () -> {
          permitted.remove(address);
          denied.add(address);
        });
  }

  @Override
  public void permit(TunnelAddress address, Duration lease, BooleanSupplier may) {
    beforeEachAnswer.run();
    if (!may.getAsBoolean()) {
      throw RouterTrouble.Refused.drivenElsewhere();
    }
    meanwhile(address, lease).run();
    beforeEachAnswer.run();
  }

  private synchronized Runnable meanwhile(TunnelAddress address, Duration lease) {
    said("permit " + address);
    denied.remove(address);
    permitted.put(address, lease);
    return whilePermitting;
  }

  @Override
  public void clear(TunnelAddress address) {
    answers(
        "clear " + address,
        () -> {
          denied.remove(address);
          permitted.remove(address);
        });
  }

  @Override
  public void cut(TunnelAddress address) {
    answers("cut " + address, () -> {});
  }

  @Override
  public void drop(SessionId session) {
    answers("drop " + session, () -> sessions.removeIf(one -> one.id().equals(session)));
  }

  @Override
  public void ban(CallerAddress caller, Optional<Duration> span) {
    answers("ban " + caller, () -> banned.put(caller, span));
  }

  @Override
  public void pardon(CallerAddress caller) {
    answers("pardon " + caller, () -> banned.remove(caller));
  }

  @Override
  public synchronized void knock() {
    said("knock");
  }

  @Override
  public synchronized boolean isOpen() {
    return open;
  }

  @Override
  public synchronized void close() {
    open = false;
  }

  private void answers(String order, Runnable doing) {
    beforeEachAnswer.run();
    synchronized (this) {
      said(order);
      doing.run();
    }
  }

  private void said(String order) {
    if (silent || !open) {
      throw new RouterTrouble.Silent("no answer to " + order, null);
    }
    said.add(order);
  }
}
