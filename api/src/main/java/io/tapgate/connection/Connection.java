package io.tapgate.connection;

import io.tapgate.client.ClientId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One VPN session, from up to down, as it was read at one instant.
 *
 * @param enforced the state the router has been read back to match
 * @param doubted whether one reading of the router spoke against it already
 * @param version grows with each change that a driver must look at; a result is written only where
 *     it is still the one that was read
 */
public record Connection(
    ConnectionId id,
    ClientId client,
    Dial dial,
    State state,
    Cause cause,
    @Nullable State enforced,
    boolean doubted,
    Moments moments,
    int version) {

  /**
   * The instants that matter, all by the database's clock.
   *
   * @param asked when it was reported
   * @param taken when Telegram took the question
   * @param deadline when the time to answer ends
   * @param changed when it came into its state
   * @param confirmed when somebody tapped "It's me"
   * @param letIn when the router was first read back to let it through
   * @param overdue since when people have been owed a word that the router does not answer
   * @param read when this was read
   */
  public record Moments(
      Instant asked,
      @Nullable Instant taken,
      Instant deadline,
      Instant changed,
      @Nullable Instant confirmed,
      @Nullable Instant letIn,
      @Nullable Instant overdue,
      Instant read) {

    Moments readAt(Instant now) {
      return new Moments(asked, taken, deadline, changed, confirmed, letIn, overdue, now);
    }

    Moments letInAt(Instant now) {
      Instant first = letIn == null ? now : letIn;
      return new Moments(asked, taken, deadline, changed, confirmed, first, null, now);
    }
  }

  /** As it is once the router was read back to match it. */
  public Connection enforcedAt(Instant now) {
    Moments then = state == State.CONFIRMED ? moments.letInAt(now) : moments.readAt(now);
    return new Connection(id, client, dial, state, cause, state, false, then, version);
  }

  /** As it is once its session is known. */
  public Connection boundTo(SessionId session, Instant now) {
    return new Connection(
        id,
        client,
        dial.in(session),
        state,
        cause,
        enforced,
        doubted,
        moments.readAt(now),
        version);
  }

  public boolean isEnforced() {
    return enforced == state;
  }

  /** Whether its session must go, now that it is over: nobody hung up. */
  public boolean mustBeDropped() {
    return switch (state) {
      case REJECTED, EXPIRED, BANNED -> true;
      case ENDED -> cause == Cause.DISCONNECTED;
      case ASKED, CONFIRMED -> false;
    };
  }

  public boolean isOverdue() {
    return moments.overdue != null;
  }

  /** The state an event leads to, judged at the instant of the reading. */
  State after(Event event) {
    return state.after(event, moments.deadline, moments.read);
  }

  /** How long it has been up, from the report to its last change. */
  public Duration length() {
    return Duration.between(moments.asked, moments.changed);
  }
}
