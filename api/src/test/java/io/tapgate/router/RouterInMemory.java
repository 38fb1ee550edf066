package io.tapgate.router;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.Network;
import io.tapgate.address.TunnelAddress;
import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
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
  private final Set<TunnelAddress> ungated = new HashSet<>();
  private final List<String> strangers = new ArrayList<>();
  private final Set<Network> letThrough = new HashSet<>();
  private final Map<AccountName, ChatId> chats = new HashMap<>();
  private final List<String> said = new ArrayList<>();
  private Runnable whilePermitting = () -> {};
  private volatile Runnable beforeEachAnswer = () -> {};
  private String refused = "";
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

  /** Somebody wrote this into PERMIT, and it is no single address. */
  public synchronized void permitted(String network) {
    strangers.add(network);
  }

  /** The gate does not stand before this address. */
  public synchronized void ungated(TunnelAddress address) {
    ungated.add(address);
  }

  public synchronized List<String> strangers() {
    return List.copyOf(strangers);
  }

  public synchronized void whilePermitting(Runnable meanwhile) {
    whilePermitting = meanwhile;
  }

  /** A permit is two answers, whatever else is asked one. */
  public void beforeEachAnswer(Runnable meanwhile) {
    beforeEachAnswer = meanwhile;
  }

  /** From now on it says no to this. */
  public synchronized void refuses(String order) {
    refused = order;
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
  public synchronized Overview survey() {
    said("survey");
    Set<TunnelAddress> up = new HashSet<>();
    sessions.forEach(session -> up.add(session.address()));
    up.removeAll(ungated);
    return new Overview(
        sessions,
        up,
        new Overview.Roll<>(denied, denied),
        new Overview.Roll<>(permitted.keySet(), permitted.keySet()),
        new Overview.Roll<>(banned.keySet(), banned.keySet()),
        new Overview.Roll<>(letThrough, letThrough),
        strangers);
  }

  /** Beside this account somebody wrote where its owner is asked. */
  public synchronized void notes(String account, long chat) {
    chats.put(new AccountName(account), new ChatId(chat));
  }

  @Override
  public synchronized Map<AccountName, ChatId> chats() {
    said("chats");
    return Map.copyOf(chats);
  }

  @Override
  public void clearStrangers() {
    answers("clear strangers", strangers::clear);
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
  public void letThrough(Set<Network> these, Set<Network> notThose) {
    answers(
        "let through " + these + " and not " + notThose,
        () -> {
          letThrough.addAll(these);
          letThrough.removeAll(notThose);
        });
  }

  public synchronized Set<Network> letThrough() {
    return Set.copyOf(letThrough);
  }

  @Override
  public void knock() {
    answers("knock", () -> {});
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
    if (order.equals(refused)) {
      throw new RouterTrouble.Refused("no: " + order);
    }
    said.add(order);
  }
}
