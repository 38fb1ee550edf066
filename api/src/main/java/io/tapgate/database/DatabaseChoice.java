package io.tapgate.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tapgate.settings.AllSettings;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Chooses the database, and refuses one that was made for something else. */
@Configuration(proxyBeanMethods = false)
class DatabaseChoice {
  private static final int CONNECTIONS = 16;

  @Bean
  @Conditional(NoDatabaseNamed.class)
  EmbeddedDatabase embeddedDatabase(AllSettings beforeAnythingStarts, DatabaseSettings settings) {
    return EmbeddedDatabase.start(settings.folder());
  }

  @Bean
  HikariDataSource dataSource(
      AllSettings beforeAnythingStarts,
      DatabaseSettings settings,
      ObjectProvider<EmbeddedDatabase> embedded) {
    EmbeddedDatabase own = embedded.getIfAvailable();
    return own == null
        ? pool(settings.url(), settings.user(), settings.password())
        : pool(own.url(), own.user(), own.password());
  }

  /** For the one connection that is kept open for as long as the process runs. */
  @Bean(defaultCandidate = false)
  @Qualifier("lasting")
  DataSource lasting(HikariDataSource pool) {
    return plain(pool, Limits.driver());
  }

  /** A migration may take as long as it takes, and waits for whoever holds its tables. */
  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource unhurried(HikariDataSource pool) {
    return plain(pool, Limits.toConnect());
  }

  @Bean
  FlywayMigrationStrategy migrations(DatabaseSettings settings, HikariDataSource source) {
    return flyway -> {
      Kind kind = new Kind(source, settings.playground());
      kind.mustFitIfKnown();
      flyway.migrate();
      kind.remember();
    };
  }

  private static DataSource plain(HikariDataSource pool, Map<String, String> more) {
    SimpleDriverDataSource plain = new SimpleDriverDataSource();
    plain.setDriver(new Driver());
    plain.setUrl(pool.getJdbcUrl());
    plain.setUsername(pool.getUsername());
    plain.setPassword(pool.getPassword());
    Properties properties = new Properties();
    properties.putAll(more);
    plain.setConnectionProperties(properties);
    return plain;
  }

  private static HikariDataSource pool(
      String url, @Nullable String user, @Nullable String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setPoolName("postgresql");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(Limits.A_FREE_ONE.toMillis());
    config.setValidationTimeout(Limits.A_SIGN_OF_LIFE.toMillis());
    config.setConnectionInitSql(Limits.server());
    // Whether it answers is looked at by Kind, which says what to do.
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    Limits.driver().forEach(config::addDataSourceProperty);
    return new HikariDataSource(config);
  }
}
