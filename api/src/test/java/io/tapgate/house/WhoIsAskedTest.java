package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which chat decides about a client: what routers name, what admins write, and who hears of it. */
class WhoIsAskedTest extends House {
  @Autowired private DataSource pool;

  private Admin admin;

  @BeforeEach
  void come() {
    admin = new Admin(doors, ADMIN);
  }

  @Test
  void a_chat_that_a_router_named_is_accepted_and_asked_from_then_on() {
    Client alice = somebody();
    alice.connects();
    alice.question();
    long id = admin.client(alice.name);
    long other = alice.chat + 5_000_000;
    Map<String, Object> hook = alice.hook("10.8.77.77");
    hook.put("chat_id", other);
    doors.post("/client/connect", HOOK, hook);

    assertThat(admin.get("/clients/" + id).body().path("offered_chat").asLong()).isEqualTo(other);
    assertThat(admin.post("/clients/" + id + "/accept-chat", Map.of("chat_id", 77)).status())
        .isEqualTo(409);
    Doors.Answer accepted = admin.post("/clients/" + id + "/accept-chat", Map.of("chat_id", other));

    assertThat(accepted.body().path("chat_id").asLong()).isEqualTo(other);
    assertThat(accepted.body().path("offered_chat").isNull()).isTrue();
    alice.shows("to another chat: you are not asked here any more");
    assertThat(notices(other)).containsExactly("CHAT_TAKEN");
  }

  @Test
  void whoever_was_asked_until_an_admin_wrote_another_chat_hears_of_it() {
    Client alice = somebody();
    alice.connects();
    alice.question();
    long id = admin.client(alice.name);
    long other = alice.chat + 6_000_000;
    offered(alice, alice.chat + 7_000_000);

    Doors.Answer changed = patch(id, Map.of("chat_id", other));

    assertThat(changed.body().path("chat_id").asLong()).isEqualTo(other);
    assertThat(changed.body().path("offered_chat").isNull())
        .as("weighed against the chat that was")
        .isTrue();
    alice.shows("to another chat: you are not asked here any more");
    assertThat(notices(other)).containsExactly("CHAT_TAKEN");
  }

  @Test
  void a_chat_can_be_accepted_for_a_client_that_has_none_any_more() {
    Client alice = somebody();
    long other = alice.chat + 8_000_000;
    offered(alice, other);
    long id = admin.client(alice.name);
    database.sql("update client set chat_id = null where id = :id").param("id", id).update();

    assertThat(admin.post("/clients/" + id + "/accept-chat", Map.of("chat_id", other)).status())
        .isEqualTo(200);
    assertThat(notices(other)).containsExactly("CHAT_TAKEN");
  }

  @Test
  void whom_a_router_names_and_in_which_chat_they_are_asked_is_on_record() {
    Client alice = somebody();
    Map<String, Object> hook = alice.hook("10.8.77.78");
    hook.remove("chat_id");
    assertThat(doors.post("/client/connect", HOOK, hook).status()).isEqualTo(404);
    doors.post("/client/connect", HOOK, alice.hook("10.8.77.78"));
    doors.post("/client/connect", HOOK, alice.hook("10.8.77.78"));

    assertThat(onRecord(admin.client(alice.name)))
        .containsExactly(
            "client.met by router:1", "client.chat-named by router:1 chat_id= → " + alice.chat);
  }

  @Test
  void a_change_meets_what_a_router_named_in_the_same_moment() throws Exception {
    Client alice = somebody();
    Map<String, Object> hook = alice.hook("10.8.77.79");
    hook.remove("chat_id");
    doors.post("/client/connect", HOOK, hook);
    long id = admin.client(alice.name);

    Doors.Answer note =
        whileWritten(
            "update client set chat_id = " + alice.chat + " where id = " + id,
            () -> patch(id, Map.of("note", "new here")));

    assertThat(note.body().path("chat_id").asLong()).isEqualTo(alice.chat);
    assertThat(note.body().path("note").asString()).isEqualTo("new here");
  }

  @Test
  void of_two_who_want_a_name_at_once_the_second_is_told_that_it_is_taken() throws Exception {
    long id =
        admin.post("/clients", Map.of("name", "first-" + ADMIN_CHAT)).body().path("id").asLong();
    String wanted = "wanted-by-two";

    Doors.Answer second =
        whileWritten(
            "insert into client (name, seen_at) values ('%s', tapgate_now())".formatted(wanted),
            () -> patch(id, Map.of("name", wanted)));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text("field")).isEqualTo("name");
  }

  @Test
  void a_row_of_an_import_meets_the_first_report_of_the_same_account() throws Exception {
    String met = "met-and-imported";
    Map<String, Object> row = Map.of("name", met, "chat_id", 8_100_100, "note", "from the list");

    Doors.Answer imported =
        whileWritten(
            "insert into client (name, seen_at) values ('%s', tapgate_now())".formatted(met),
            () -> admin.post("/clients/import", Map.of("rows", List.of(row))));

    assertThat(imported.body().path("changed").asInt()).isEqualTo(1);
    long id = admin.client(met);
    assertThat(admin.get("/clients/" + id).body().path("chat_id").asLong()).isEqualTo(8_100_100);
    assertThat(admin.get("/clients/" + id).text("note")).isEqualTo("from the list");
  }

  /** What is written first is committed once the other waits for it. */
  private Doors.Answer whileWritten(String first, Callable<Doors.Answer> second) throws Exception {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
        Connection writer = pool.getConnection();
        Statement writes = writer.createStatement()) {
      writer.setAutoCommit(false);
      writes.execute(first);
      Future<Doors.Answer> answer = people.submit(second);
      Awaitility.await().until(this::somebodyWaits);
      writer.commit();
      return answer.get();
    }
  }

  @Test
  void who_is_banned_is_not_forgotten() {
    Client alice = somebody();
    doors.post("/client/connect", HOOK, alice.hook("10.8.77.80"));
    doors.post("/client/disconnect", HOOK, alice.hook("10.8.77.80"));
    long id = admin.client(alice.name);
    admin.post("/clients/" + id + "/lock");

    Doors.Answer refused = admin.delete("/clients/" + id);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("Lift it first");
  }

  private void offered(Client client, long chat) {
    Map<String, Object> hook = client.hook("10.8.77.81");
    doors.post("/client/connect", HOOK, hook);
    hook.put("chat_id", chat);
    doors.post("/client/connect", HOOK, hook);
  }

  private Doors.Answer patch(long id, Map<String, ?> fields) {
    String seen = admin.get("/clients/" + id).headers().getOrDefault("etag", "");
    return admin.patch("/clients/" + id, seen, fields);
  }

  private boolean somebodyWaits() {
    return database
        .sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  private List<String> notices(long chat) {
    return database
        .sql("select kind from notice where chat_id = :chat")
        .param("chat", chat)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private List<String> onRecord(long client) {
    return database
        .sql(
            """
            select concat_ws(' ', verb, 'by', actor, case when verb = 'client.chat-named' then detail end)
            from (select id, verb, actor, detail, client_id from audit
                  union all select id, verb, actor, detail, client_id from audit_fresh) every
            where client_id = :client and verb like 'client.%' order by id
            """)
        .param("client", client)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
