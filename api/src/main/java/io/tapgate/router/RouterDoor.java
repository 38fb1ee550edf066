package io.tapgate.router;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.Network;
import io.tapgate.address.TunnelAddress;
import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.connection.SessionId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A conversation with one router, kept open. Every method may be called from many threads at once;
 * they share the one connection and none waits for another's answer.
 *
 * <p>Each operation states what must be true, is harmless to repeat, and reads back what it did: it
 * returns only when the router itself shows it. Each throws {@link RouterTrouble.Silent} when the
 * router did not answer completely in time (then nothing is known, and this door may be dead: see
 * {@link #isOpen()}), and {@link RouterTrouble.Refused} when the router answered that it will not,
 * or shows something else than what was asked.
 *
 * <p>Only entries that carry our comment are changed or removed in the deny and the ban list; the
 * permit list is ours alone.
 */
public interface RouterDoor extends AutoCloseable {

  /** What the router shows for this address now: its sessions and the lists it stands in. */
  Sight look(TunnelAddress address);

  /** Everything the router shows of what Tapgate answers for, read in one go. Changes nothing. */
  Overview survey();

  /** The chats that the router's own comments name, by account. Changes nothing. */
  Map<AccountName, ChatId> chats();

  /**
   * Nothing stands in PERMIT but single addresses. A network, a range or a name would let in
   * whoever dials in next.
   */
  void clearStrangers();

  /** The address stands in DENY and not in PERMIT, and its tracked connections are cut. */
  void deny(TunnelAddress address);

  /**
   * The address stands in PERMIT, for this long from now, and not in DENY. Repeated, it renews the
   * lease. Refused, and nothing changed, when an entry of the admin's keeps the address in DENY.
   *
   * @param may asked before each command: once it says no, nothing more is sent, and it is Refused
   */
  void permit(TunnelAddress address, Duration lease, BooleanSupplier may);

  /** The same for one who cannot lose the right to it. */
  default void permit(TunnelAddress address, Duration lease) {
    permit(address, lease, () -> true);
  }

  /**
   * The address stands neither in PERMIT nor, by our hand, in DENY, and its tracked connections are
   * cut: none that was tracked from or to it when this began is left. What it opens later is judged
   * by the lists it stands in then.
   */
  void clear(TunnelAddress address);

  /** This very session is gone. A later session of the same client or address is not touched. */
  void drop(SessionId session);

  /**
   * The caller stands in BAN for this long from now, or as long as the router can count; empty
   * means until it is taken out. An entry of the admin's serves as well and is left as it is.
   */
  void ban(CallerAddress caller, Optional<Duration> span);

  /** The caller does not stand in BAN by our hand. */
  void pardon(CallerAddress caller);

  /** The sandbox lets through to these networks, and no more, by our hand, to those. */
  void letThrough(Set<Network> these, Set<Network> notThose);

  /**
   * The router answers, whatever it says. Nothing is changed, and hardly anything is asked: a line
   * on which nobody speaks does not show by itself that the other side hangs or has lost its power.
   */
  void knock();

  /**
   * Whether the conversation can go on. Once false it stays false, and every call throws Silent.
   */
  boolean isOpen();

  /** Ends the conversation; whoever still waits in it gets {@link RouterTrouble.Silent}. */
  @Override
  void close();
}
