package io.tapgate.admin.jdbc;

import io.tapgate.admin.Erasing;
import io.tapgate.audit.By;
import io.tapgate.audit.Happening;
import io.tapgate.audit.Recording;
import io.tapgate.client.Client;
import io.tapgate.client.ClientId;
import io.tapgate.client.Clients;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcErasing implements Erasing {
  private static final String LIVE =
      "select exists (select from connection where client_id = :client"
          + " and state in ('ASKED', 'CONFIRMED'))";

  private static final String BANNED =
      """
      select exists (select from ban where client_id = :client and lifted_at is null
                       and (until_at is null or until_at > tapgate_now()))
      """;

  private static final String OWED =
      """
      select exists (select from connection where client_id = :client and owed_since is not null)
          or exists (select from ban b join ban_entry e on e.ban_id = b.id
                     where b.client_id = :client and (e.drive_at is not null or e.enforced))
      """;

  private final JdbcClient database;
  private final Clients clients;
  private final Recording recording;

  JdbcErasing(JdbcClient database, Clients clients, Recording recording) {
    this.database = database;
    this.clients = clients;
    this.recording = recording;
  }

  @Override
  @Transactional
  public Outcome erase(ClientId id, By by) {
    Optional<Client> client = clients.hold(id);
    if (client.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (is(LIVE, id)) {
      return Outcome.CONNECTED;
    }
    if (is(BANNED, id)) {
      return Outcome.BANNED;
    }
    if (is(OWED, id)) {
      return Outcome.OWED;
    }
    for (String table : new String[] {"connection", "ban"}) {
      database
          .sql("delete from " + table + " where client_id = :client")
          .param("client", id.value())
          .update();
    }
    database.sql("delete from client where id = :client").param("client", id.value()).update();
    recording.note(
        Happening.of("client.removed", by)
            .client(id.value())
            .with(Map.of("name", client.get().title())));
    return Outcome.ERASED;
  }

  private boolean is(String question, ClientId client) {
    return database
        .sql(question)
        .param("client", client.value())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }
}
