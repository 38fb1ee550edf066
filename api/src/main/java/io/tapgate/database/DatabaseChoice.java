package io.tapgate.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tapgate.settings.AllSettings;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Chooses the database, and refuses one that was made for something else. */
@Configuration(proxyBeanMethods = false)
class DatabaseChoice {
  private static final int CONNECTIONS = 16;
  private static final long PATIENCE_MILLIS = 3_000;

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
    SimpleDriverDataSource plain = new SimpleDriverDataSource();
    plain.setDriver(new Driver());
    plain.setUrl(pool.getJdbcUrl());
    plain.setUsername(pool.getUsername());
    plain.setPassword(pool.getPassword());
    Properties more = new Properties();
    more.setProperty("ApplicationName", "tapgate");
    more.setProperty("connectTimeout", "3");
    more.setProperty("tcpKeepAlive", "true");
    plain.setConnectionProperties(more);
    return plain;
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

  private static HikariDataSource pool(
      String url, @Nullable String user, @Nullable String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setPoolName("postgresql");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    // Whether it answers is looked at by Kind, which says what to do.
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "tapgate");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }
}
