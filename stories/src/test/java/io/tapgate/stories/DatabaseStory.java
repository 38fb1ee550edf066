package io.tapgate.stories;

import static io.tapgate.stories.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL fails in every way it can while people connect and tap. What was answered with 2xx is
 * there afterwards and is done; everybody else was told to come again, soon; and all of it works
 * again within ten seconds.
 */
@ExtendWith(ShowLogs.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseStory {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final String TWICE =
      "select count(*) from (select from connection where state in ('ASKED', 'CONFIRMED')"
          + " group by router_id, tunnel having count(*) > 1) twice";
  private static final String READY = "/actuator/health/readiness";

  private Server server;
  private LossyLine line;
  private Stage stage;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    server = Server.in(folder);
    line = LossyLine.to(server.port());
    stage = Stage.on(server.records(), Map.of("DATABASE_URL", Server.urlBy(line.port())));
    stage.startApi();
    stage.startWatcher();
  }

  @AfterAll
  void close() {
    stage.close();
    line.close();
    server.close();
  }

  /** What is done to the database, and undone when this returns. */
  private interface Trouble {
    void happens(Callers callers) throws Exception;
  }

  @Test
  void restarted_as_a_service_is() throws Exception {
    through(callers -> {
      server.stop();
      callersAreToldToComeAgain(callers);
      assertThat(stage.doors.get(READY, "").status()).isEqualTo(503);
      server.start();
    });
  }

  @Test
  void killed_in_the_middle_of_whatever_it_does() throws Exception {
    through(callers -> {
      server.kill();
      server.start();
    });
  }

  @Test
  void killed_while_a_person_taps_and_back_later() throws Exception {
    Client alice = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();
    stage.records.untilNothingIsOwed();
    server.kill();
    alice.taps("It's me", question);
    eventually("the watcher has knocked", () -> stage.watcher().said().contains("stays unread"));
    server.start();

    within(TEN_SECONDS, "in", () -> stage.router.view().permits(session.address()));
    alice.shows("Allowed since");
  }

  @Test
  void every_connection_ended_again_and_again() throws Exception {
    through(callers -> {
      for (int i = 0; i < 20; i++) {
        stage.records.ask(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where application_name = 'tapgate'");
        int before = callers.answers().size();
        eventually("they go on", () -> callers.answers().size() > before + 2);
      }
    });
  }

  /** They took place, and nobody heard of it: hooks, taps, deadlines, and what drivers found. */
  @Test
  void commits_whose_answers_are_lost() throws Exception {
    through(callers -> {
      int before = line.lost();
      long refused = refused(callers);
      line.losesEvery(4);
      try {
        eventually("answers are lost", () -> line.lost() > before + 20);
        eventually("callers hear of it", () -> refused(callers) > refused + 3);
      } finally {
        line.losesEvery(0);
      }
    });
    assertThat(stage.records.count(TWICE)).isZero();
  }

  @Test
  void accepting_and_silent() throws Exception {
    through(callers -> {
      server.freeze();
      try {
        callersAreToldToComeAgain(callers);
      } finally {
        server.thaw();
      }
    });
  }

  @Test
  void a_table_locked_for_longer_than_anybody_waits() throws Exception {
    through(callers -> {
      try (Connection holder = DriverManager.getConnection(stage.records.url());
          Statement statement = holder.createStatement()) {
        holder.setAutoCommit(false);
        statement.execute("lock table client, connection in access exclusive mode");
        callersAreToldToComeAgain(callers);
        holder.rollback();
      }
    });
  }

  @Test
  void the_pool_used_up() throws Exception {
    Client held = stage.somebody();
    held.getsIn();
    through(callers -> {
      try (Connection holder = DriverManager.getConnection(stage.records.url());
          Statement statement = holder.createStatement();
          ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
        holder.setAutoCommit(false);
        statement.execute("select from client where name = '" + held.name + "' for update");
        List<Future<Callers.Answer>> knocks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
          Map<String, Object> hook = held.hook("10.99.1." + i);
          knocks.add(crowd.submit(() -> callers.post("/client/connect", Keys.HOOK, hook)));
        }
        for (Future<Callers.Answer> knock : knocks) {
          isFair(knock.get());
          assertThat(knock.get().status()).isEqualTo(503);
        }
        holder.rollback();
      }
    });
  }

  /** The others may all be waiting for their question just then; so one more knocks. */
  private void callersAreToldToComeAgain(Callers callers) {
    Map<String, Object> hook = stage.somebody().hook("10.99.2.1");
    Callers.Answer answer = callers.post("/client/connect", Keys.HOOK, hook);
    assertThat(answer.status()).isEqualTo(503);
    isFair(answer);
  }

  private static long refused(Callers callers) {
    return callers.answers().stream().filter(one -> one.status() == 503).count();
  }

  private void through(Trouble trouble) throws Exception {
    try (Callers callers = new Callers(stage)) {
      long begun = System.nanoTime();
      eventually("all is well before", () -> callers.hasGoodSince(begun));
      try (Witness.Closing _ = stage.witness.trouble()) {
        trouble.happens(callers);
      }
      long over = System.nanoTime();
      within(TEN_SECONDS, "a good answer", () -> callers.hasGoodSince(over));
      driversAreAtWork(over);
      List<Callers.In> in = callers.finished();
      callers.answers().forEach(DatabaseStory::isFair);
      assertThat(in).isNotEmpty();
      in.forEach(this::isIn);
    }
    within(TEN_SECONDS, "ready", () -> stage.doors.answers(READY));
  }

  /** From dialling to the permit, with everybody's help. */
  private void driversAreAtWork(long since) {
    Client fresh = stage.somebody();
    Session session = fresh.connects();
    fresh.taps("It's me", fresh.question());
    fresh.isLetIn(session);
    assertThat(Duration.ofNanos(System.nanoTime() - since))
        .isLessThan(Eventually.promised(TEN_SECONDS));
  }

  private static void isFair(Callers.Answer answer) {
    assertThat(answer)
        .matches(
            one ->
                one.isGood()
                    || (one.status() == 503 && one.retryAfter().equals("2"))
                    || (one.status() == 409 && one.door().equals("/client/confirm")),
            "2xx, or come again, or a tap that had been taken");
    assertThat(answer.took()).isLessThan(Eventually.promised(TEN_SECONDS));
  }

  private void isIn(Callers.In in) {
    assertThat(stage.records.ask("select state from connection where id = ?", in.connection()))
        .as("%s", in)
        .isEqualTo("CONFIRMED");
    in.client().isLetIn(in.session());
  }

  private static void within(Duration span, String what, java.util.function.BooleanSupplier holds) {
    eventually(() -> what, Eventually.promised(span), holds);
  }
}
