package io.tapgate.router.jdbc;

import io.tapgate.connection.RouterId;
import io.tapgate.router.Router;
import io.tapgate.router.RouterSettings;
import io.tapgate.router.Routers;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The first router: its row is there from the beginning, all else follows the environment. */
@Repository
class EnvironmentRouters implements Routers {
  /** The row stays the same under any name, and with it whatever is on record about the router. */
  private static final String CALL =
      "update router set name = :name where from_environment returning id";

  private final Router router;

  EnvironmentRouters(JdbcClient database, RouterSettings settings) {
    this.router = settings.router(new RouterId(call(database, settings.name())));
  }

  private static long call(JdbcClient database, String name) {
    try {
      return database.sql(CALL).param("name", name).query(Long.class).single();
    } catch (DuplicateKeyException taken) {
      throw new RouterNameTaken(taken);
    }
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
