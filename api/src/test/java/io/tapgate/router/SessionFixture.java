package io.tapgate.router;

import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.SessionId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A session as a router lists it: alice's, from where a connection of the fixtures comes. */
final class SessionFixture {
  private final SessionId id;
  private String account = "alice";
  private @Nullable String caller = "203.0.113.7";
  private String address = "10.9.0.5";
  private Duration age = Duration.ofMinutes(10);

  private SessionFixture(String id) {
    this.id = new SessionId(id);
  }

  static SessionFixture session(String id) {
    return new SessionFixture(id);
  }

  SessionFixture of(String name) {
    account = name;
    return this;
  }

  SessionFixture from(@Nullable String address) {
    caller = address;
    return this;
  }

  SessionFixture on(String tunnelAddress) {
    address = tunnelAddress;
    return this;
  }

  SessionFixture up(Duration span) {
    age = span;
    return this;
  }

  Session build() {
    return new Session(id, account, TunnelAddress.parse(address), caller, "l2tp", age);
  }
}
