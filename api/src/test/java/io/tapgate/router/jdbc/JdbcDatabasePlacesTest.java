package io.tapgate.router.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.router.DatabasePlaces.Place;
import org.junit.jupiter.api.Test;

class JdbcDatabasePlacesTest {

  @Test
  void an_address_may_name_several_and_no_port() {
    assertThat(JdbcDatabasePlaces.of("jdbc:postgresql://one:5433,two/tapgate?user=x"))
        .containsExactly(new Place("one", 5433), new Place("two", 5432));
  }

  @Test
  void what_is_no_address_of_a_database_names_none() {
    assertThat(JdbcDatabasePlaces.of("jdbc:other://one")).isEmpty();
  }
}
