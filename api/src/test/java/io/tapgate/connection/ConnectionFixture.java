package io.tapgate.connection;

import io.tapgate.address.Caller;
import io.tapgate.address.TunnelAddress;
import io.tapgate.client.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection for tests: asked about at noon, one minute old, five minutes to answer; whatever a
 * test cares about is said in its own words.
 */
public final class ConnectionFixture {
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  public static final Duration TIME_TO_ANSWER = Duration.ofMinutes(5);

  private long id = 1;
  private long client = 7;
  private int version = 1;
  private RouterId router = new RouterId(3);
  private String tunnel = "10.9.0.5";
  private String caller = "203.0.113.7";
  private Optional<String> destination = Optional.empty();
  private Optional<SessionId> session = Optional.empty();
  private State state = State.ASKED;
  private Cause cause = Cause.REPORTED;
  private Instant changed = NOON;
  private Instant read = NOON.plusSeconds(60);
  private @Nullable State enforced;
  private @Nullable Instant taken = NOON;
  private @Nullable Instant confirmed;
  private @Nullable Instant letIn;
  private @Nullable Instant overdue;

  private ConnectionFixture() {}

  public static ConnectionFixture connection() {
    return new ConnectionFixture();
  }

  public Connection build() {
    Connection.Moments moments =
        new Connection.Moments(
            NOON, taken, NOON.plus(TIME_TO_ANSWER), changed, confirmed, letIn, overdue, read);
    return new Connection(
        new ConnectionId(id),
        new ClientId(client),
        dial(),
        state,
        cause,
        enforced,
        false,
        moments,
        version);
  }

  public Dial dial() {
    return new Dial(
        router,
        TunnelAddress.parse(tunnel),
        Caller.parse(caller),
        destination,
        session,
        Optional.of("l2tp"));
  }

  public ConnectionFixture confirmed() {
    confirmed = NOON.plusSeconds(20);
    return in(State.CONFIRMED, Cause.TAP).changedAfter(Duration.ofSeconds(20));
  }

  public ConnectionFixture rejected() {
    return in(State.REJECTED, Cause.TAP).changedAfter(Duration.ofSeconds(20));
  }

  public ConnectionFixture expired() {
    return in(State.EXPIRED, Cause.DEADLINE).changedAfter(TIME_TO_ANSWER);
  }

  public ConnectionFixture banned() {
    return in(State.BANNED, Cause.OVER_LIMIT);
  }

  public ConnectionFixture ended() {
    return in(State.ENDED, Cause.HUNG_UP).changedAfter(Duration.ofSeconds(50));
  }

  /** Its question never got to the chat. */
  public ConnectionFixture untaken() {
    taken = null;
    return this;
  }

  /** Whatever was confirmed before stays known. */
  public ConnectionFixture in(State now, Cause why) {
    state = now;
    cause = why;
    return this;
  }

  public ConnectionFixture because(Cause why) {
    cause = why;
    return this;
  }

  /** The router was read back to match the state set so far. */
  public ConnectionFixture enforced() {
    enforced = state;
    if (state == State.CONFIRMED) {
      letIn = changed.plusSeconds(1);
    }
    return this;
  }

  public ConnectionFixture overdue() {
    overdue = changed.plusSeconds(3);
    return this;
  }

  public ConnectionFixture changedAfter(Duration sinceNoon) {
    changed = NOON.plus(sinceNoon);
    return this;
  }

  public ConnectionFixture readAt(Instant instant) {
    read = instant;
    return this;
  }

  public ConnectionFixture id(long number) {
    id = number;
    return this;
  }

  public ConnectionFixture of(long clientNumber) {
    client = clientNumber;
    return this;
  }

  public ConnectionFixture version(int number) {
    version = number;
    return this;
  }

  public ConnectionFixture through(long routerNumber) {
    router = new RouterId(routerNumber);
    return this;
  }

  public ConnectionFixture on(String tunnelAddress) {
    tunnel = tunnelAddress;
    return this;
  }

  public ConnectionFixture from(String callerAddress) {
    caller = callerAddress;
    return this;
  }

  public ConnectionFixture at(String routerAddress) {
    destination = Optional.of(routerAddress);
    return this;
  }

  public ConnectionFixture session(String name) {
    session = Optional.of(new SessionId(name));
    return this;
  }
}
