package io.tapgate.admin;

import io.tapgate.doors.Asked;
import java.util.Optional;

/** Everything on record, as those who run Tapgate look at it. Changes nothing. */
public interface Lists {
  Page<ListedConnection> connections(Asked asked);

  Optional<ListedConnection> connection(long id);

  Page<ListedClient> clients(Asked asked);

  Optional<ListedClient> client(long id);

  Page<ListedBan> bans(Asked asked);

  Optional<ListedBan> ban(long id);

  Page<ListedQuestion> questions(Asked asked);

  Optional<ListedQuestion> question(long connection);

  Page<ApiKey> keys(Asked asked);
}
