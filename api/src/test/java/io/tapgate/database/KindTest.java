package io.tapgate.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.house.Database;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A playground's database is never a real one's, nor the other way round. */
class KindTest {

  @Test
  void a_new_database_becomes_what_it_is_first_used_for() {
    DataSource fresh = fresh();

    use(fresh, true);

    assertThatCode(() -> use(fresh, true)).doesNotThrowAnyException();
  }

  @Test
  void a_playground_refuses_a_real_one_and_changes_nothing() {
    DataSource real = fresh();
    use(real, false);

    assertThatThrownBy(() -> use(real, true))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("made for a real installation");
  }

  @Test
  void a_real_installation_refuses_a_playgrounds() {
    DataSource playground = fresh();
    use(playground, true);

    assertThatThrownBy(() -> use(playground, false))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("made for a playground installation");
  }

  @Test
  void a_database_that_does_not_answer_is_named_as_such() {
    PGSimpleDataSource nobody = new PGSimpleDataSource();
    nobody.setURL("jdbc:postgresql://127.0.0.1:1/none");

    assertThatThrownBy(() -> new Kind(nobody, false).mustFitIfKnown())
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("does not answer");
  }

  private static void use(DataSource source, boolean playground) {
    Kind kind = new Kind(source, playground);
    kind.mustFitIfKnown();
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    kind.remember();
  }

  private static DataSource fresh() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(Database.fresh());
    return source;
  }
}
