package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.audit.By;
import io.tapgate.connection.RouterId;
import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterView;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import io.tapgate.router.AddingRouters;
import io.tapgate.router.Amendment;
import io.tapgate.router.AmendmentFixture;
import io.tapgate.router.ChangingRouters;
import io.tapgate.router.Condition;
import io.tapgate.router.Conditions;
import io.tapgate.router.RemovingRouters;
import io.tapgate.router.RenewingHookTokens;
import io.tapgate.router.RouterOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Routers that admins add, change and remove while everything runs. */
@ExtendWith(OutputCaptureExtension.class)
class RoutersTest extends House {
  private static final Duration SOON = Duration.ofSeconds(15);

  /** Two would do on a machine that has nothing else to do. */
  private static final Duration WITHIN_SECONDS = Duration.ofSeconds(15);

  @Autowired private AddingRouters adding;
  @Autowired private ChangingRouters changing;
  @Autowired private RemovingRouters removing;
  @Autowired private RenewingHookTokens renewing;
  @Autowired private Conditions conditions;

  private final List<SecondRouter> added = new ArrayList<>();
  private SecondRouter cellar;

  @BeforeEach
  void a_second_router_is_added() {
    cellar = add(SecondRouter.PASSWORD);
  }

  @AfterEach
  void it_goes() {
    added.forEach(one -> {
      one.close();
      database
          .sql(
              "update connection set state = 'ENDED' where router_id = :id and state in ('ASKED', 'CONFIRMED')")
          .param("id", one.id.value())
          .update();
      removing.remove(one.id, By.tapgate());
    });
  }

  @Test
  void who_comes_through_it_is_asked_about_and_let_in_there_and_nowhere_else() {
    answers(cellar);
    Client alice = somebodyAt(cellar.pretend);
    Session session = reported(alice, cellar);

    Message question = alice.question();
    assertThat(question.text()).contains(cellar.name, "Is it you?");
    alice.tapsItsMe(question);

    shows(cellar.pretend, view -> view.permits(session.address()));
    alice.shows("Allowed since");
    assertThat(router.history())
        .noneMatch(change ->
            change instanceof Change.EntryAdded added
                && added.at().isAfter(session.since())
                && added.entry().address().equals(session.address()));
    assertThat(live(cellar.id)).isOne();
  }

  @Test
  void who_says_not_me_is_kept_out_there() {
    answers(cellar);
    Client alice = somebodyAt(cellar.pretend);
    reported(alice, cellar);
    alice.tapsNotMe(alice.question());

    shows(cellar.pretend, view -> view.bans(alice.caller) && view.sessionsOf(alice.name).isEmpty());
    assertThat(router.view().bans(alice.caller)).isFalse();
  }

  /** Of what waits to be asked, only a redial of the very same connection is not counted. */
  @Test
  void the_same_address_at_another_router_uses_a_chance_of_its_own() {
    Client alice = somebodyAt(cellar.pretend);
    telegram.block(alice.chat);
    assertThat(state(alice, HOOK, "10.75.0.1")).isEqualTo("asked");
    assertThat(state(alice, HOOK, "10.75.0.2")).isEqualTo("asked");
    assertThat(state(alice, cellar.token, "10.75.0.3")).isEqualTo("asked");

    assertThat(state(alice, HOOK, "10.75.0.3")).isEqualTo("banned");
  }

  @Test
  void a_router_may_give_other_chances_another_time_and_another_ban_than_the_settings() {
    change(cellar, AmendmentFixture.nothing().limits("90s", "1", "2m").build());
    Client alice = somebodyAt(cellar.pretend);
    assertThat(state(alice, cellar.token, "10.75.1.1")).isEqualTo("asked");
    assertThat(alice.question().text()).contains("1 min 30 s");
    assertThat(left(alice)).isCloseTo(90, Offset.offset(10.0));

    assertThat(state(alice, cellar.token, "10.75.1.2")).isEqualTo("banned");
    assertThat(
            database
                .sql(
                    "select extract(epoch from until_at - from_at) from ban"
                        + " where client_id = (select id from client where name = :name)")
                .param("name", alice.name)
                .query(Double.class)
                .single())
        .isEqualTo(120);

    Client boris = somebody();
    assertThat(state(boris, HOOK, "10.75.1.3")).isEqualTo("asked");
    assertThat(left(boris)).as("the other router goes by the settings").isGreaterThan(250);
  }

  /** Seconds that are left to answer, once Telegram has the question. */
  private double left(Client client) {
    client.question();
    Awaitility.await().atMost(SOON).until(() -> taken(client) != null);
    return Objects.requireNonNull(taken(client));
  }

  private @Nullable Double taken(Client client) {
    return database
        .sql(
            """
            select extract(epoch from deadline_at - taken_at) from connection
            where client_id = (select id from client where name = :name)
            order by id limit 1
            """)
        .param("name", client.name)
        .query((row, _) -> row.getObject(1) == null ? null : row.getDouble(1))
        .optional()
        .orElse(null);
  }

  private String state(Client client, String token, String tunnel) {
    return doors.post("/client/connect", token, client.hook(tunnel)).text("state");
  }

  @Test
  void a_password_written_anew_opens_the_door_that_was_closed() {
    SecondRouter attic = add("not its password");
    Awaitility.await()
        .atMost(SOON)
        .until(() -> conditions.now().get(attic.name) instanceof Condition.Closed);

    change(attic, AmendmentFixture.nothing().password(SecondRouter.PASSWORD).build());

    answers(attic);
  }

  @Test
  void a_router_in_use_is_not_removed_and_one_that_is_removed_is_left_alone() {
    answers(cellar);
    Client alice = somebodyAt(cellar.pretend);
    Session session = reported(alice, cellar);
    alice.question();
    assertThat(removing.remove(cellar.id, By.tapgate())).isEqualTo(new RouterOutcome.InUse(1));

    hook("/client/disconnect", cellar.token, alice, session);
    assertThat(removing.remove(cellar.id, By.tapgate())).isInstanceOf(RouterOutcome.Done.class);

    assertThat(hook("/client/connect", cellar.token, alice, session).status()).isEqualTo(401);
    Awaitility.await()
        .atMost(WITHIN_SECONDS)
        .until(() -> !conditions.now().containsKey(cellar.name) && cellar.pretend.callers() == 0);
    assertThat(owed(cellar.id)).isZero();
    assertThat(conditions.now()).containsKey("office");
  }

  @Test
  void with_another_token_the_one_before_opens_nothing() {
    RouterOutcome.DoneWithToken renewed =
        (RouterOutcome.DoneWithToken) renewing.renew(cellar.id, Duration.ZERO, By.tapgate());
    Client alice = somebodyAt(cellar.pretend);
    Session session = alice.connects(Call.of(alice.account(), alice.caller).quietly());

    assertThat(hook("/client/connect", cellar.token, alice, session).status()).isEqualTo(401);
    assertThat(hook("/client/connect", renewed.token().value(), alice, session).status())
        .isEqualTo(200);
  }

  @Test
  void a_disabled_router_is_spoken_to_by_nobody_and_its_reports_are_refused() {
    answers(cellar);
    change(cellar, AmendmentFixture.nothing().disabled(true).build());
    Client alice = somebodyAt(cellar.pretend);
    Session session = alice.connects(Call.of(alice.account(), alice.caller).quietly());

    assertThat(hook("/client/connect", cellar.token, alice, session).status()).isEqualTo(401);
    Awaitility.await()
        .atMost(WITHIN_SECONDS)
        .until(() ->
            conditions.now().get(cellar.name) instanceof Condition.Disabled
                && cellar.pretend.callers() == 0);

    change(cellar, AmendmentFixture.nothing().disabled(false).build());
    answers(cellar);
    assertThat(hook("/client/connect", cellar.token, alice, session).status()).isEqualTo(200);
  }

  @Test
  void the_token_before_opens_until_its_time_is_over() {
    renewing.renew(cellar.id, Duration.ofMinutes(1), By.tapgate());
    Client alice = somebodyAt(cellar.pretend);
    Session session = alice.connects(Call.of(alice.account(), alice.caller).quietly());
    assertThat(hook("/client/connect", cellar.token, alice, session).status()).isEqualTo(200);

    time.passes(Duration.ofMinutes(1));

    Awaitility.await()
        .atMost(WITHIN_SECONDS)
        .until(() -> hook("/client/connect", cellar.token, alice, session).status() == 401);
  }

  @Test
  void of_three_tokens_the_first_opens_nothing() {
    renewing.renew(cellar.id, Duration.ofMinutes(1), By.tapgate());
    renewing.renew(cellar.id, Duration.ofMinutes(1), By.tapgate());
    Client alice = somebodyAt(cellar.pretend);
    Session session = alice.connects(Call.of(alice.account(), alice.caller).quietly());

    assertThat(hook("/client/connect", cellar.token, alice, session).status()).isEqualTo(401);
  }

  @Test
  void nobody_comes_through_a_router_that_was_removed_this_very_moment() {
    Client alice = somebodyAt(cellar.pretend);
    database
        .sql("update router set removed_at = tapgate_now() where id = :id")
        .param("id", cellar.id.value())
        .update();

    int status = doors.post("/client/connect", cellar.token, alice.hook("10.8.1.1")).status();

    assertThat(status).isIn(401, 503);
    assertThat(live(cellar.id)).isZero();
  }

  @Test
  void what_another_node_wrote_is_followed_within_seconds() {
    answers(cellar);
    database
        .sql("update router set removed_at = tapgate_now(), version = 9 where id = :id")
        .param("id", cellar.id.value())
        .update();
    Awaitility.await()
        .atMost(WITHIN_SECONDS)
        .until(() -> !conditions.now().containsKey(cellar.name));
  }

  @Test
  void one_that_was_locked_with_another_key_is_said_and_driven_once_its_password_is_written() {
    answers(cellar);
    database
        .sql("update router set password = '\\x01', version = version + 1 where id = :id")
        .param("id", cellar.id.value())
        .update();
    Awaitility.await()
        .atMost(WITHIN_SECONDS)
        .until(() -> conditions.now().get(cellar.name) instanceof Condition.Locked);
    assertThat(
            doors
                .get("/actuator/health", ADMIN)
                .body()
                .at("/components/routers/details/" + cellar.name)
                .asString())
        .contains("TAPGATE_KEY");

    change(cellar, AmendmentFixture.nothing().password(SecondRouter.PASSWORD).build());

    answers(cellar);
  }

  @Test
  void its_figures_come_and_go_with_it() {
    answers(cellar);
    String figure = "tapgate_router_silent{router=\"" + cellar.name + "\"}";
    assertThat(figures()).contains(figure, "tapgate_router_silent{router=\"office\"}");

    removing.remove(cellar.id, By.tapgate());

    Awaitility.await().atMost(WITHIN_SECONDS).until(() -> !figures().contains(figure));
    assertThat(figures()).contains("tapgate_router_silent{router=\"office\"}");
  }

  @Test
  void its_password_shows_nowhere(CapturedOutput output) {
    answers(cellar);
    String hex = hex(SecondRouter.PASSWORD);
    for (String table : tables()) {
      String rows = rows(table);
      assertThat(rows.contains(SecondRouter.PASSWORD) || rows.contains(hex)).as(table).isFalse();
      assertThat(rows.contains(cellar.token) || rows.contains(hex(cellar.token)))
          .as(table)
          .isFalse();
    }
    assertThat(output.getAll()).doesNotContain(SecondRouter.PASSWORD, cellar.token);
  }

  private String figures() {
    return doors.get("/actuator/prometheus", METRICS).text("text");
  }

  private SecondRouter add(String password) {
    SecondRouter one = SecondRouter.added(adding, password);
    added.add(one);
    return one;
  }

  private void change(SecondRouter one, Amendment words) {
    assertThat(changing.change(one.id, Optional.empty(), words, By.tapgate()))
        .isInstanceOf(RouterOutcome.Done.class);
  }

  private void answers(SecondRouter one) {
    Awaitility.await()
        .atMost(SOON)
        .until(() -> conditions.now().get(one.name) instanceof Condition.Open);
  }

  /** As the scripts of a router do that carry its token. */
  private Session reported(Client client, SecondRouter through) {
    Session session = client.connects(Call.of(client.account(), client.caller).quietly());
    assertThat(hook("/client/connect", through.token, client, session).status()).isEqualTo(200);
    return session;
  }

  private Doors.Answer hook(String door, String token, Client client, Session session) {
    return doors.post(door, token, client.hook(session.address()));
  }

  private static void shows(PretendRouter where, Predicate<RouterView> wanted) {
    assertThat(where.await(wanted, SOON)).matches(wanted);
  }

  private long live(RouterId id) {
    return count("state in ('ASKED', 'CONFIRMED')", id);
  }

  private long owed(RouterId id) {
    return count("drive_at is not null", id);
  }

  private long count(String which, RouterId id) {
    return database
        .sql("select count(*) from connection where router_id = :id and " + which)
        .param("id", id.value())
        .query(Long.class)
        .single();
  }

  private List<String> tables() {
    return database
        .sql(
            "select table_name from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'")
        .query((row, _) -> row.getString(1))
        .list();
  }

  private String rows(String table) {
    return String.join(
        "\n",
        database
            .sql("select to_jsonb(t)::text from \"" + table + "\" t")
            .query((row, _) -> row.getString(1))
            .list());
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
