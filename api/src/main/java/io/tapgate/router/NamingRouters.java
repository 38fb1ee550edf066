package io.tapgate.router;

import io.tapgate.connection.RouterId;
import io.tapgate.connection.RouterNames;
import org.springframework.stereotype.Component;

/** Also of routers that were removed: what came through them is still told. */
@Component
class NamingRouters implements RouterNames {
  private final Routers routers;

  NamingRouters(Routers routers) {
    this.routers = routers;
  }

  @Override
  public String name(RouterId id) {
    return routers.now().names().getOrDefault(id, "router " + id.value());
  }
}
