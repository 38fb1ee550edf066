package io.tapgate.router.jdbc;

import io.tapgate.connection.RouterId;
import io.tapgate.router.Router;
import io.tapgate.router.RouterSettings;
import io.tapgate.router.Routers;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The first router: its row is made at the first start, all else follows the environment. */
@Repository
class EnvironmentRouters implements Routers {
  private static final String MEET =
      """
      insert into router (name) values (:name)
      on conflict (name) do update set name = excluded.name
      returning id
      """;

  private final Router router;

  EnvironmentRouters(JdbcClient database, RouterSettings settings) {
    long id = database.sql(MEET).param("name", settings.name()).query(Long.class).single();
    this.router = settings.router(new RouterId(id));
  }

  @Override
  public List<Router> all() {
    return List.of(router);
  }

  @Override
  public RouterId first() {
    return router.id();
  }
}
