package io.tapgate.router.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.tapgate.router.DatabasePlaces;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.springframework.stereotype.Component;

/** Reads them out of the address that the pool calls; it may name several. */
@Component
class JdbcDatabasePlaces implements DatabasePlaces {
  private final List<Place> places;

  JdbcDatabasePlaces(HikariDataSource pool) {
    this.places = of(pool.getJdbcUrl());
  }

  @Override
  public List<Place> places() {
    return places;
  }

  static List<Place> of(String url) {
    Properties parsed = Driver.parseURL(url, null);
    if (parsed == null) {
      return List.of();
    }
    List<String> hosts = split(PGProperty.PG_HOST, parsed);
    List<String> ports = split(PGProperty.PG_PORT, parsed);
    return IntStream.range(0, Math.min(hosts.size(), ports.size()))
        .mapToObj(i -> new Place(hosts.get(i), Integer.parseInt(ports.get(i))))
        .toList();
  }

  private static List<String> split(PGProperty property, Properties parsed) {
    String value = property.getOrDefault(parsed);
    return value == null ? List.of() : List.of(value.split(","));
  }
}
