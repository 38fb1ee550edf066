package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
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

    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
        Connection router = pool.getConnection();
        Statement hooks = router.createStatement()) {
      router.setAutoCommit(false);
      hooks.execute("update client set chat_id = " + alice.chat + " where id = " + id);
      Future<Doors.Answer> note = people.submit(() -> patch(id, Map.of("note", "new here")));
      Awaitility.await().until(this::somebodyWaits);
      router.commit();
      assertThat(note.get().body().path("chat_id").asLong()).isEqualTo(alice.chat);
      assertThat(note.get().body().path("note").asString()).isEqualTo("new here");
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
