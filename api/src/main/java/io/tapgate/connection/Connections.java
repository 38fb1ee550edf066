package io.tapgate.connection;

import io.tapgate.address.TunnelAddress;
import io.tapgate.audit.By;
import io.tapgate.client.ClientId;
import io.tapgate.client.Standing;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All connections there are and were. What is called "hold" keeps the row until the transaction
 * ends: of two who want to change it, one waits and then sees what the other made of it.
 */
public interface Connections {

  /**
   * The one live connection on a tunnel address, held. So is the address, also while nobody has it:
   * whoever else asks for it waits.
   */
  Optional<Connection> holdLive(RouterId router, TunnelAddress tunnel);

  /**
   * The same for a client who comes there, and how the client stands then, counted by the
   * database's clock, as if whoever is live there were over.
   */
  Arrival arrive(Dial dial, ClientId client);

  /** All live connections of a client, held in the order of their numbers. */
  List<Connection> holdLive(ClientId client);

  /** All live connections through a router, in the same way. */
  List<Connection> holdLive(RouterId router);

  Optional<Connection> hold(ConnectionId id);

  Optional<Connection> find(ConnectionId id);

  /**
   * The session of a connection that is over is to be asked about anew: whether that is to count.
   * Not if a chance that counts now was used for it already, by this connection or by another that
   * it had before. A question that is still on its way will use none any more: the new one does.
   */
  boolean handOnChance(Connection over, SessionId session);

  /** A new connection, asked about or banned at once. Owed to the router from now on. */
  Connection open(Opening opening);

  /**
   * Moves a connection that is held, at the instant of its reading. Owed to the router from then
   * on.
   */
  Connection move(Connection held, State to, Cause cause, By by);

  /** The time to answer of a connection that is held ends later than was thought. */
  Connection prolong(Connection held, Instant deadline);

  /** Makes the router's driver look at a connection again: another report of it came. */
  Connection lookAgain(Connection held);

  /** A router is back: what it owes and waits for a later try waits no longer. */
  void lookAgain(RouterId router);

  /** How many are live, by router; one that has none is not named. */
  Map<RouterId, Integer> live();

  /** A router was removed: what it still owes is asked of nobody any more. */
  void letOff(RouterId router);

  /**
   * Whoever drives the router looks at it again, now, and at the newest connection on its tunnel
   * address, to which the lists belong: somebody who does not drive any more may have undone their
   * work. Written without a claim, and harmless: nothing else of them changes. Of a router that was
   * removed, nothing is owed any more.
   */
  void owedAgain(ConnectionId id);

  /** Moves what is past its deadline, the oldest first, leaving alone what somebody else holds. */
  List<Connection> expireDue(int most);

  /**
   * Notes that Telegram took the question: the time to answer starts now, if it is still asked. If
   * the connection is over, it counts all the same: whoever hangs up just then has used a chance.
   */
  Optional<Connection> questionTaken(ConnectionId id, Duration timeToAnswer);

  /** Marks, once, what the router has not been read back to match for this long. */
  List<Connection> markOverdue(Duration patience, int most);

  /** Connections of this router whose driver must act now, the longest owed first. */
  List<Connection> owed(RouterId router, int most);

  /**
   * The newest connection on each of these tunnel addresses, and on each where one is live. Whoever
   * is not named was never heard of there.
   */
  List<Connection> newest(RouterId router, Set<TunnelAddress> listed);

  /** Whether no later connection was opened on the same tunnel address. */
  boolean isNewest(Connection connection);

  /** Whether no connection was ever opened on this tunnel address, as far as is on record. */
  boolean isUnused(RouterId router, TunnelAddress tunnel);

  /**
   * Writes that the router was read back to match the state, and when to look at it next. Empty,
   * and nothing written, if the connection has changed since or the claim is no longer ours.
   */
  Optional<Connection> enforced(Connection read, Claim claim, Optional<Duration> lookAgainIn);

  /**
   * Puts the next try off, twice as long each time, and notes why this one failed. False, and
   * nothing written, if the connection has changed since or the claim is lost.
   */
  boolean putOff(Connection read, Claim claim, String trouble, Duration first, Duration most);

  /**
   * Notes that a reading of the router speaks against it, and asks for a second one after a pause.
   */
  void doubt(Connection read, Claim claim, Duration pause);

  /** Writes down which session of the router this connection is. Same conditions. */
  Optional<Connection> bind(Connection read, Claim claim, SessionId session);

  /** Removes finished connections that changed longer ago than this; how many. */
  int forget(Duration age, int most);

  /** What a report meets. */
  record Arrival(Optional<Connection> live, Standing standing) {}

  /** What a new connection starts with. */
  record Opening(
      ClientId client,
      Dial dial,
      State state,
      Cause cause,
      By by,
      boolean counts,
      Instant at,
      Instant deadline) {

    public Connection opened(ConnectionId id) {
      Connection.Moments moments =
          new Connection.Moments(at, null, deadline, at, null, null, null, at);
      return new Connection(id, client, dial, state, cause, null, false, moments, 1);
    }
  }
}
