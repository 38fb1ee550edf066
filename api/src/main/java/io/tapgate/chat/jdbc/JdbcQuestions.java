package io.tapgate.chat.jdbc;

import io.tapgate.chat.Face;
import io.tapgate.chat.MessageId;
import io.tapgate.chat.Question;
import io.tapgate.chat.Questions;
import io.tapgate.chat.Quiet;
import io.tapgate.chat.Token;
import io.tapgate.chat.Urgency;
import io.tapgate.client.ChatId;
import io.tapgate.client.ClientId;
import io.tapgate.connection.ConnectionId;
import io.tapgate.driving.Claim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQuestions implements Questions {
  private static final String ASK =
      """
      insert into question (connection_id, chat_id, token, tell_at)
      select :connection, chat_id, :token, tapgate_now() from client
      where id = :client and chat_id is not null
      on conflict (connection_id) do update set chat_id = question.chat_id
      """;

  private static final String COLUMNS =
      "select q.connection_id, q.chat_id, q.token, q.message_id, q.shown, q.tell_at";

  private static final String QUESTION = COLUMNS + " from question q ";

  private static final String DUE =
      COLUMNS
          + """
          ,
            case when q.message_id is null and c.state = 'ASKED' then 'ASK'
                 when c.state in ('CONFIRMED', 'REJECTED') then 'ANSWER'
                 else 'CHANGE' end as urgency
          from question q join connection c on c.id = q.connection_id
          where q.tell_at <= tapgate_now()
            and q.chat_id <> all(:busy)
            and (q.message_id is not null or q.chat_id <> all(:resting))
          order by q.message_id is not null or c.state <> 'ASKED',
                   c.state not in ('CONFIRMED', 'REJECTED'), c.deadline_at
          limit :most
          """;

  private static final String SENT =
      "message_id = coalesce(message_id, :message), shown = :face, refused = null, ";

  /** A message that came to light after the reading shows something else. */
  private static final String SHOWN =
      "shown = case when message_id is not distinct from cast(:message as bigint)"
          + " then :face else shown end, ";

  /** What became due after the reading stays due. */
  private static final String DONE =
      "tell_at = case when tell_at = :tellAt then null else tell_at end, attempts = 0";

  private static final String OURS =
      """
       where connection_id = :connection
         and exists (select from drive
                     where thing = :thing and owner = :owner and epoch = :epoch)
      """;

  private static final String ADOPT =
      """
      update question
      set message_id = :message,
          shown = case when message_id is null then null else shown end,
          tell_at = case when message_id is null then tapgate_now() else tell_at end
      where connection_id = :connection and coalesce(message_id, :message) = :message
      """;

  private static final String ASK_AGAIN =
      """
      update question q set refused = null, attempts = 0, tell_at = tapgate_now()
      from connection c
      where c.id = q.connection_id and c.state = 'ASKED' and c.deadline_at > tapgate_now()
        and q.chat_id = :chat and q.refused is not null and q.message_id is null
      """;

  private final JdbcClient database;

  JdbcQuestions(JdbcClient database) {
    this.database = database;
  }

  @Override
  public boolean ask(ConnectionId connection, ClientId client, Token token) {
    return database
            .sql(ASK)
            .param("connection", connection.value())
            .param("client", client.value())
            .param("token", token.value())
            .update()
        > 0;
  }

  @Override
  public Optional<Question> withToken(Token token) {
    return database
        .sql(QUESTION + "where q.token = :token")
        .param("token", token.value())
        .query((row, _) -> question(row))
        .optional();
  }

  @Override
  public void due(Collection<ConnectionId> connections) {
    database
        .sql("update question set tell_at = tapgate_now() where connection_id = any(:ids)")
        .param("ids", connections.stream().map(ConnectionId::value).toArray(Long[]::new))
        .update();
  }

  @Override
  public List<Due> due(int most, Quiet quiet) {
    return database
        .sql(DUE)
        .param("busy", Later.numbers(quiet.busy()))
        .param("resting", Later.numbers(quiet.resting()))
        .param("most", most)
        .query((row, _) -> new Due(question(row), Urgency.valueOf(row.getString("urgency"))))
        .list();
  }

  @Override
  public Optional<Question> stillDue(ConnectionId connection) {
    return database
        .sql(QUESTION + "where q.connection_id = :connection and q.tell_at is not null")
        .param("connection", connection.value())
        .query((row, _) -> question(row))
        .optional();
  }

  @Override
  public boolean adopt(ConnectionId connection, MessageId message) {
    return database
            .sql(ADOPT)
            .param("connection", connection.value())
            .param("message", message.value())
            .update()
        > 0;
  }

  @Override
  public Optional<MessageId> sent(Question read, MessageId message, Claim claim) {
    // The question may show something newer already: then it is due again, and edited.
    return ours(SENT + DONE, OURS + " returning message_id", read, claim)
        .param("message", message.value())
        .param("face", Face.ASKING.name())
        .query((row, _) -> new MessageId(row.getLong(1)))
        .optional();
  }

  @Override
  public void shows(Question read, Face face, Claim claim) {
    ours(SHOWN + DONE, read, claim)
        .param("face", face.name())
        .param("message", read.message().map(MessageId::value).orElse(null))
        .update();
  }

  @Override
  public void settled(Question read, Claim claim) {
    ours(DONE, read, claim).update();
  }

  @Override
  public void refused(Question read, String why, Claim claim) {
    ours("refused = :why, " + DONE, read, claim).param("why", why).update();
  }

  @Override
  public int askAgain(ChatId chat) {
    return database.sql(ASK_AGAIN).param("chat", chat.value()).update();
  }

  @Override
  public void putOff(Question read, Duration first, Duration most, Claim claim) {
    ours(Later.TELL_LATER, read, claim)
        .param("first", Later.seconds(first))
        .param("most", Later.seconds(most))
        .update();
  }

  private StatementSpec ours(String change, Question read, Claim claim) {
    return ours(change, OURS, read, claim);
  }

  private StatementSpec ours(String change, String which, Question read, Claim claim) {
    return database
        .sql("update question set " + change + which)
        .param("connection", read.connection().value())
        .param("tellAt", Timestamp.from(read.tellAt()))
        .param("thing", claim.thing())
        .param("owner", claim.owner())
        .param("epoch", claim.epoch());
  }

  private static Question question(ResultSet row) throws SQLException {
    long message = row.getLong("message_id");
    Optional<MessageId> known =
        row.wasNull() ? Optional.empty() : Optional.of(new MessageId(message));
    Timestamp tellAt = row.getTimestamp("tell_at");
    return new Question(
        new ConnectionId(row.getLong("connection_id")),
        new ChatId(row.getLong("chat_id")),
        new Token(row.getString("token")),
        known,
        Optional.ofNullable(row.getString("shown")).map(Face::valueOf),
        tellAt == null ? Instant.EPOCH : tellAt.toInstant());
  }
}
