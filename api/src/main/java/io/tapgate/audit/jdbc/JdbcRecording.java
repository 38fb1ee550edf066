package io.tapgate.audit.jdbc;

import io.tapgate.audit.Happening;
import io.tapgate.audit.Recording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRecording implements Recording {
  private final JdbcClient database;

  JdbcRecording(JdbcClient database) {
    this.database = database;
  }

  @Override
  public void note(Happening happening) {
    database
        .sql(
            """
            insert into audit_fresh (actor, verb, client_id, router_id, key_id, reason, detail)
            values (:actor, :verb, cast(:client as bigint), cast(:router as bigint),
                    cast(:key as bigint), :reason, nullif(:detail, ''))
            """)
        .param("actor", happening.by().actor().toString())
        .param("verb", happening.verb())
        .param("client", happening.client().orElse(null))
        .param("router", happening.router().orElse(null))
        .param("key", happening.key().orElse(null))
        .param("reason", happening.by().reason().orElse(null))
        .param("detail", happening.lines())
        .update();
  }
}
