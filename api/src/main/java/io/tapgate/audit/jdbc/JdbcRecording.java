package io.tapgate.audit.jdbc;

import io.tapgate.audit.About;
import io.tapgate.audit.Happening;
import io.tapgate.audit.Recording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcRecording implements Recording {
  private static final String NOTE =
      """
      insert into audit_fresh
        (actor, verb, connection_id, client_id, router_id, ban_id, key_id,
         cause, tunnel, caller, reason, detail)
      values (:actor, :verb, :connection, :client, :router, :ban, :key,
              :cause, cast(:tunnel as inet), :caller, :reason, :detail)
      """;

  private final JdbcClient database;

  JdbcRecording(JdbcClient database) {
    this.database = database;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(Happening happening) {
    About about = happening.about();
    database
        .sql(NOTE)
        .param("actor", happening.by().actor().toString())
        .param("verb", happening.verb())
        .param("connection", about.connection().orElse(null))
        .param("client", about.client().orElse(null))
        .param("router", about.router().orElse(null))
        .param("ban", about.ban().orElse(null))
        .param("key", about.key().orElse(null))
        .param("cause", happening.cause().orElse(null))
        .param("tunnel", about.tunnel().orElse(null))
        .param("caller", about.caller().orElse(null))
        .param("reason", happening.by().reason().orElse(null))
        .param("detail", happening.detail().orElse(null))
        .update();
  }
}
