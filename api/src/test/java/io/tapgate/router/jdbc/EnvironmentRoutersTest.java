package io.tapgate.router.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.connection.RouterId;
import io.tapgate.house.Database;
import io.tapgate.router.Router;
import io.tapgate.router.RouterSettings;
import io.tapgate.settings.AsWritten;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The router of the environment is one row for ever, whatever it is called. */
class EnvironmentRoutersTest {
  private final JdbcClient database = fresh();

  @Test
  void a_router_that_is_renamed_stays_the_same() {
    RouterId office = started("office").first();

    EnvironmentRouters renamed = started("cellar");

    assertThat(renamed.first()).isEqualTo(office);
    assertThat(renamed.all()).extracting(Router::name).containsExactly("cellar");
    assertThat(names()).containsExactly("cellar");
  }

  @Test
  void a_start_with_the_same_name_changes_nothing() {
    RouterId office = started("office").first();

    assertThat(started("office").first()).isEqualTo(office);
    assertThat(names()).containsExactly("office");
  }

  @Test
  void a_name_that_another_router_has_is_refused_with_what_to_write() {
    started("office");
    AddedRouter.named("cellar", database);

    assertThatThrownBy(() -> started("cellar"))
        .isInstanceOf(RouterNameTaken.class)
        .hasMessageStartingWith("ROUTER_NAME: ")
        .satisfies(refused ->
            assertThat(new RouterNameTakenAnalyzer().analyze(refused))
                .extracting("action")
                .asString()
                .startsWith("Write a name"));
    assertThat(names()).containsExactlyInAnyOrder("office", "cellar");
  }

  private EnvironmentRouters started(String name) {
    Map<String, String> written =
        Map.of(
            "ROUTER_NAME", name,
            "ROUTER_HOST", "192.0.2.1",
            "ROUTER_USERNAME", "tapgate",
            "ROUTER_PASSWORD", "secret");
    return new EnvironmentRouters(database, AsWritten.with(written).bind(RouterSettings.class));
  }

  private List<String> names() {
    return database.sql("select name from router").query((row, _) -> row.getString(1)).list();
  }

  private static JdbcClient fresh() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(Database.fresh());
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    return JdbcClient.create(source);
  }
}
