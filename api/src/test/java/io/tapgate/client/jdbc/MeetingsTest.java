package io.tapgate.client.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.audit.Actor;
import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.client.ClientSettings;
import io.tapgate.client.Introduction;
import io.tapgate.client.Met;
import io.tapgate.house.Database;
import io.tapgate.settings.Span;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom reports name, on the real rows: whose word counts, and what is on record of it. */
class MeetingsTest {
  private final JdbcClient database = fresh();

  private static JdbcClient fresh() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(Database.fresh());
    Flyway.configure().dataSource(source).load().migrate();
    return JdbcClient.create(source);
  }

  private Met met(boolean trusted, @Nullable String name, @Nullable Long chat) {
    Introduction who =
        new Introduction(
            Optional.ofNullable(name).map(AccountName::new),
            Optional.ofNullable(chat).map(ChatId::new));
    return new Meetings(database, new ClientSettings(3, Span.parse("1h"), trusted))
        .meet(who, new Actor.Router(1));
  }

  @Test
  void a_chat_once_known_is_not_replaced_by_a_routers_word() {
    met(false, "alice", 5L);

    Met again = met(false, "alice", 6L);

    assertThat(again.client().chat()).contains(new ChatId(5));
    assertThat(again.left()).isEmpty();
    assertThat(onRecord()).containsExactly("client.met by router:1 chat_id=5");
  }

  @Test
  void the_word_of_a_trusted_router_replaces_it_and_whom_it_left_is_told() {
    met(true, "alice", 5L);

    Met again = met(true, "alice", 6L);

    assertThat(again.client().chat()).contains(new ChatId(6));
    assertThat(again.left()).contains(new ChatId(5));
    assertThat(met(true, "alice", 6L).left()).as("told once").isEmpty();
    assertThat(met(true, "alice", null).client().chat()).contains(new ChatId(6));
    assertThat(onRecord())
        .containsExactly(
            "client.met by router:1 chat_id=5", "client.chat-named by router:1 chat_id=5 → 6");
  }

  @Test
  void who_is_met_by_chat_alone_is_that_chats_client() {
    Met first = met(false, null, 7L);

    assertThat(met(false, null, 7L)).isEqualTo(first);
    assertThat(onRecord()).containsExactly("client.met by router:1 chat_id=7");
  }

  private List<String> onRecord() {
    return database
        .sql(
            "select concat_ws(' ', verb, 'by', actor, detail) from audit_fresh"
                + " where verb like 'client.%' order by id")
        .query((row, _) -> row.getString(1))
        .list();
  }
}
