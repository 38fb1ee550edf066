package io.tapgate.router.jdbc;

import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A second router on record, as an admin adds one. */
final class AddedRouter {
  private AddedRouter() {}

  static long named(String name, JdbcClient database) {
    return database
        .sql(
            """
            insert into router (name, host, port, username, password, tls,
                                deny_list, permit_list, ban_list, hook_digest)
            values (:name, '192.0.2.1', 8729, 'tapgate', :any, 'OFF', 'DENY', 'PERMIT', 'BAN', :any)
            returning id
            """)
        .param("name", name)
        .param("any", name.getBytes(StandardCharsets.UTF_8))
        .query(Long.class)
        .single();
  }
}
