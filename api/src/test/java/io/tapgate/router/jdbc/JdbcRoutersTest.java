package io.tapgate.router.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.connection.RouterId;
import io.tapgate.driving.Heard;
import io.tapgate.house.Database;
import io.tapgate.router.Router;
import io.tapgate.router.RouterPasswordsFixture;
import io.tapgate.router.RouterSettings;
import io.tapgate.router.Routers;
import io.tapgate.settings.AsWritten;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which routers there are: the environment's is one row for ever, others come and go. */
class JdbcRoutersTest {
  private final JdbcClient database = fresh();

  @Test
  void a_router_that_is_renamed_stays_the_same() {
    RouterId office = started("office").first();

    JdbcRouters renamed = started("cellar");

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

  @Test
  void a_router_that_was_removed_is_driven_no_more_and_still_has_its_name() {
    RouterId cellar = new RouterId(AddedRouter.named("cellar", database));
    JdbcRouters routers = started("office");
    assertThat(routers.now().hooks()).containsValue(cellar);

    database
        .sql("update router set removed_at = tapgate_now(), version = 1 where name = 'cellar'")
        .update();

    assertThat(routers.readAgain().hooks()).isEmpty();
    assertThat(routers.now().locked()).isEmpty();
    assertThat(routers.now().names()).containsEntry(cellar, "cellar");
  }

  @Test
  void one_whose_password_does_not_open_is_said_once_and_disturbs_nobody() {
    try (Heard log = Heard.of(JdbcRouters.class)) {
      AddedRouter.named("cellar", database);
      JdbcRouters routers = started("office");
      AddedRouter.named("attic", database);
      routers.readAgain();

      assertThat(routers.all()).extracting(Router::name).containsExactly("office");
      assertThat(routers.now().locked()).containsExactlyInAnyOrder("cellar", "attic");
      assertThat(log.lines())
          .hasSize(2)
          .allMatch(line -> line.startsWith("ERROR") && line.contains("TAPGATE_KEY"));
    }
  }

  @Test
  void the_last_reading_stands_until_something_is_different() {
    JdbcRouters routers = started("office");
    Routers.Reading reading = routers.now();
    assertThat(routers.readAgain()).isSameAs(reading);
  }

  @Test
  void the_last_reading_stands_while_the_database_is_away() {
    AddedRouter.named("cellar", database);
    JdbcRouters routers = started("office");
    Routers.Reading reading = routers.now();

    database.sql("alter table router rename to router_is_away").update();

    assertThatThrownBy(routers::readAgain).isInstanceOf(DataAccessException.class);
    assertThat(routers.now()).isSameAs(reading);
  }

  private JdbcRouters started(String name) {
    Map<String, String> written =
        Map.of(
            "ROUTER_NAME", name,
            "ROUTER_HOST", "192.0.2.1",
            "ROUTER_USERNAME", "tapgate",
            "ROUTER_PASSWORD", "secret");
    return new JdbcRouters(
        database,
        AsWritten.with(written).bind(RouterSettings.class),
        RouterPasswordsFixture.passwords());
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
