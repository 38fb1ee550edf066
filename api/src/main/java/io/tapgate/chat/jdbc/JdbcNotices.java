package io.tapgate.chat.jdbc;

import io.tapgate.chat.MessageId;
import io.tapgate.chat.Notice;
import io.tapgate.chat.Notices;
import io.tapgate.chat.Quiet;
import io.tapgate.chat.Urgency;
import io.tapgate.client.ChatId;
import io.tapgate.client.ClientId;
import io.tapgate.connection.ConnectionId;
import io.tapgate.driving.Claim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotices implements Notices {
  private static final String TELL_CLIENT =
      """
      insert into notice (chat_id, kind, once, connection_id, detail)
      select chat_id, :kind, cast(:connection as text), :connection, cast(:detail as text)
      from client
      where id = :client and chat_id is not null
      on conflict do nothing
      """;

  private static final String TELL =
      """
      insert into notice (chat_id, kind, once, connection_id, message_id, detail)
      values (:chat, :kind, :once, :connection, :message, :detail)
      on conflict do nothing
      """;

  private static final String DUE =
      """
      select id, chat_id, kind, connection_id, message_id, detail, tell_at from notice
      where tell_at <= tapgate_now()
        and chat_id <> all(:busy)
        and (message_id is not null or chat_id <> all(:resting))
      order by kind <> all(:answers), tell_at limit :most
      """;

  private static final String[] ANSWERS =
      Arrays.stream(Notice.Kind.values())
          .filter(kind -> kind.urgency() == Urgency.ANSWER)
          .map(Notice.Kind::name)
          .toArray(String[]::new);

  private static final String OURS =
      """
       where id = :id
         and exists (select from drive
                     where thing = :thing and owner = :owner and epoch = :epoch)
      """;

  private final JdbcClient database;

  JdbcNotices(JdbcClient database) {
    this.database = database;
  }

  @Override
  public void tellClient(
      ClientId client, Notice.Kind kind, ConnectionId connection, Optional<String> detail) {
    database
        .sql(TELL_CLIENT)
        .param("client", client.value())
        .param("kind", kind.name())
        .param("connection", connection.value())
        .param("detail", detail.orElse(null))
        .update();
  }

  @Override
  public void tell(
      ChatId chat,
      Notice.Kind kind,
      String once,
      Optional<ConnectionId> connection,
      Optional<String> detail) {
    tell(chat, kind, once)
        .param("connection", connection.map(ConnectionId::value).orElse(null))
        .param("message", null)
        .param("detail", detail.orElse(null))
        .update();
  }

  @Override
  public void stray(ChatId chat, MessageId message) {
    tell(chat, Notice.Kind.STRAY, Long.toString(message.value()))
        .param("connection", null)
        .param("message", message.value())
        .param("detail", null)
        .update();
  }

  @Override
  public List<Notice> due(int most, Quiet quiet) {
    return database
        .sql(DUE)
        .param("busy", Later.numbers(quiet.busy()))
        .param("resting", Later.numbers(quiet.resting()))
        .param("answers", ANSWERS)
        .param("most", most)
        .query((row, _) -> notice(row))
        .list();
  }

  @Override
  public boolean isStillDue(Notice notice) {
    return database
        .sql("select exists (select from notice where id = :id and tell_at is not null)")
        .param("id", notice.id())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  @Override
  public void forget(Duration age) {
    database
        .sql(
            "delete from notice where tell_at is null"
                + " and made_at < tapgate_now() - make_interval(secs => :age)")
        .param("age", Later.seconds(age))
        .update();
  }

  @Override
  public void told(Notice notice, Claim claim) {
    ours("told_at = tapgate_now(), tell_at = null", notice, claim).update();
  }

  @Override
  public void refused(Notice notice, String why, Claim claim) {
    ours("refused = :why, tell_at = null", notice, claim).param("why", why).update();
  }

  @Override
  public void putOff(Notice notice, Duration first, Duration most, Claim claim) {
    ours(Later.TELL_LATER, notice, claim)
        .param("first", Later.seconds(first))
        .param("most", Later.seconds(most))
        .update();
  }

  private StatementSpec tell(ChatId chat, Notice.Kind kind, String once) {
    return database
        .sql(TELL)
        .param("chat", chat.value())
        .param("kind", kind.name())
        .param("once", once);
  }

  private StatementSpec ours(String change, Notice notice, Claim claim) {
    return database
        .sql("update notice set " + change + OURS)
        .param("id", notice.id())
        .param("thing", claim.thing())
        .param("owner", claim.owner())
        .param("epoch", claim.epoch());
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        row.getLong("id"),
        new ChatId(row.getLong("chat_id")),
        Notice.Kind.valueOf(row.getString("kind")),
        number(row, "connection_id", ConnectionId::new),
        number(row, "message_id", MessageId::new),
        Optional.ofNullable(row.getString("detail")),
        row.getTimestamp("tell_at").toInstant());
  }

  private static <T> Optional<T> number(ResultSet row, String column, LongFunction<T> make)
      throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(make.apply(value));
  }
}
