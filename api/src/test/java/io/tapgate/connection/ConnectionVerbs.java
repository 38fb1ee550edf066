package io.tapgate.connection;

import io.tapgate.client.Bans;
import io.tapgate.client.ClientSettings;
import io.tapgate.client.Clients;
import io.tapgate.settings.Span;
import org.springframework.context.ApplicationEventPublisher;

/** The verbs of this room, put together without a container: three chances, five minutes. */
public record ConnectionVerbs(
    Connecting connecting,
    Confirming confirming,
    Rejecting rejecting,
    Ending ending,
    ReadingBack readingBack,
    StartingTheClock clock) {
  private static final ClientSettings LIMITS = new ClientSettings(3, Span.parse("1h"), false);
  private static final ConnectionSettings TIMES =
      new ConnectionSettings(Span.parse("5m"), Span.parse("90d"));

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
        new Connecting(clients, bans, connections, moving, TIMES, LIMITS, announce),
        new Confirming(connections, moving),
        new Rejecting(connections, moving, bans, LIMITS),
        new Ending(clients, connections, moving),
        new ReadingBack(connections, announce),
        new StartingTheClock(connections, TIMES, announce));
  }
}
