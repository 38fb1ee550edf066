package io.tapgate.router;

import io.tapgate.connection.RouterId;
import io.tapgate.connection.RouterNames;
import org.springframework.stereotype.Component;

@Component
class NamingRouters implements RouterNames {
  private final Routers routers;

  NamingRouters(Routers routers) {
    this.routers = routers;
  }

  @Override
  public String name(RouterId id) {
    return routers.all().stream()
        .filter(router -> router.id().equals(id))
        .map(Router::name)
        .findFirst()
        .orElse("router " + id.value());
  }
}
