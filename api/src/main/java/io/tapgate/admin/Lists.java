package io.tapgate.admin;

import io.tapgate.doors.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything on record, as those who run Tapgate look at it. Changes nothing. */
public interface Lists {
  Page<ListedConnection> connections(Asked asked);

  Optional<ListedConnection> connection(long id);

  Page<ListedClient> clients(Asked asked);

  Optional<ListedClient> client(long id);

  Page<ListedBan> bans(Asked asked);

  Optional<ListedBan> ban(long id);

  /**
   * Those that kept a client out at an instant: what still does first, and of these the longest.
   */
  List<ListedBan> bans(long client, Instant at);

  Page<ListedQuestion> questions(Asked asked);

  Optional<ListedQuestion> question(long connection);

  Page<ApiKey> keys(Asked asked);
}
