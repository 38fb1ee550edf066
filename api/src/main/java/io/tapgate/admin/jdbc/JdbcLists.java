package io.tapgate.admin.jdbc;

import io.tapgate.admin.ApiKey;
import io.tapgate.admin.ListedBan;
import io.tapgate.admin.ListedClient;
import io.tapgate.admin.ListedConnection;
import io.tapgate.admin.ListedQuestion;
import io.tapgate.admin.Lists;
import io.tapgate.admin.Page;
import io.tapgate.doors.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLists implements Lists {
  private final JdbcClient database;

  JdbcLists(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Page<ListedConnection> connections(Asked asked) {
    return ConnectionList.LISTING.page(database, asked);
  }

  @Override
  public Optional<ListedConnection> connection(long id) {
    return ConnectionList.LISTING.one(database, id);
  }

  @Override
  public Page<ListedClient> clients(Asked asked) {
    return ClientList.LISTING.page(database, asked);
  }

  @Override
  public Optional<ListedClient> client(long id) {
    return ClientList.LISTING.one(database, id);
  }

  @Override
  public Page<ListedBan> bans(Asked asked) {
    return BanList.LISTING.page(database, asked);
  }

  @Override
  public Optional<ListedBan> ban(long id) {
    return BanList.LISTING.one(database, id);
  }

  @Override
  public List<ListedBan> bans(long client, Instant at) {
    return BanList.at(database, client, at);
  }

  @Override
  public Page<ListedQuestion> questions(Asked asked) {
    return QuestionList.LISTING.page(database, asked);
  }

  @Override
  public Optional<ListedQuestion> question(long connection) {
    return QuestionList.LISTING.one(database, connection);
  }

  @Override
  public Page<ApiKey> keys(Asked asked) {
    return KeyList.LISTING.page(database, asked);
  }
}
