package io.tapgate.connection;

import io.tapgate.client.Bans;
import io.tapgate.client.Clients;
import io.tapgate.settings.Span;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;

/** The verbs of this room, put together without a container: three chances, five minutes. */
public record ConnectionVerbs(
    Connecting connecting,
    Confirming confirming,
    Rejecting rejecting,
    Ending ending,
    ReadingBack readingBack,
    StartingTheClock clock) {
  private static final Allowances ALLOWED =
      _ -> new Allowance(Duration.ofMinutes(5), 3, Span.parse("1h"));

  public ConnectionVerbs(
      Clients clients, Bans bans, Connections connections, ApplicationEventPublisher announce) {
    this(clients, bans, connections, announce, new Moving(connections, announce));
  }

  private ConnectionVerbs(
      Clients clients,
      Bans bans,
      Connections connections,
      ApplicationEventPublisher announce,
      Moving moving) {
    this(
        new Connecting(clients, bans, connections, moving, ALLOWED, announce),
        new Confirming(connections, moving),
        new Rejecting(connections, moving, bans, ALLOWED),
        new Ending(clients, connections, moving),
        new ReadingBack(connections, announce),
        new StartingTheClock(connections, ALLOWED, announce));
  }

  public static Disconnecting disconnecting(
      Connections connections, ApplicationEventPublisher announce) {
    return new Disconnecting(connections, new Moving(connections, announce));
  }
}
