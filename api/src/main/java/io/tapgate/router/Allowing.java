package io.tapgate.router;

import io.tapgate.client.ClientSettings;
import io.tapgate.connection.Allowance;
import io.tapgate.connection.Allowances;
import io.tapgate.connection.ConnectionSettings;
import io.tapgate.connection.RouterId;
import org.springframework.stereotype.Component;

/** What the settings say, but for what an admin said otherwise of a router. */
@Component
class Allowing implements Allowances {
  private final Routers routers;
  private final Allowance usual;

  Allowing(Routers routers, ConnectionSettings connection, ClientSettings client) {
    this.routers = routers;
    this.usual = new Allowance(connection.timeToAnswer(), client.maxUnconfirmed(), client.ban());
  }

  @Override
  public Allowance at(RouterId router) {
    return routers.now().limits().getOrDefault(router, OwnLimits.none()).over(usual);
  }
}
