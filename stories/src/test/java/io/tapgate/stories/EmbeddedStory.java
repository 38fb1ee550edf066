package io.tapgate.stories;

import static io.tapgate.stories.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One box: no database named, the api brings its own. And real time, once. */
@ExtendWith(ShowLogs.class)
class EmbeddedStory {
  private static final Duration TO_ANSWER = Duration.ofSeconds(4);

  @TempDir Path folder;

  @Test
  void its_own_database_survives_a_kill_and_nothing_owed_is_forgotten() throws Exception {
    Path data = folder.resolve("var");
    try (Stage stage =
        Stage.empty(
            Map.of(
                "DATA_DIR", data.toString(), "UNCONFIRMED_TIMEOUT", TO_ANSWER.toSeconds() + "s"))) {
      stage.startApi();
      stage.startWatcher();
      nobodyTaps(stage);
      Client alice = stage.somebody();
      Session let = alice.getsIn();
      Client bob = stage.somebody();
      bob.connects();
      bob.question();
      String written = "the question is in chat " + bob.chat;
      eventually("the api knows of it", () -> stage.api().said().contains(written));

      stage.api().kill();
      alice.hangsUpUnheard(let);
      stage.startApi();

      bob.routerShows(_ -> !bob.isUp());
      bob.shows("Time is over");
      bob.shows("Nobody answered in time");
      assertThat(bob.questions()).isEqualTo(1);
      Client carol = stage.somebody();
      Session hers = carol.getsIn();
      carol.isLetIn(hers);
      assertThat(open(data)).isEqualTo("rwx------");
      assertThat(open(data.resolve("postgres.password"))).isEqualTo("rw-------");
    }
    eventually("the database has ended with the api", () -> postmasters(data) == 0);
  }

  private static void nobodyTaps(Stage stage) {
    Client alice = stage.somebody();
    alice.connects();
    Message question = alice.question();
    long asked = System.nanoTime();
    alice.routerShows(_ -> !alice.isUp());
    alice.shows(
        message -> message.id() == question.id() && message.text().contains("Time is over"));
    Duration took = Duration.ofNanos(System.nanoTime() - asked);
    alice.shows("Nobody answered in time");

    System.out.printf(
        "real time, %d s to answer: over, and said so, after %d ms%n",
        TO_ANSWER.toSeconds(), took.toMillis());
    assertThat(took)
        .isBetween(
            TO_ANSWER.minusMillis(100),
            TO_ANSWER.plus(Eventually.promised(Duration.ofSeconds(2), asked)));
  }

  private static String open(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static long postmasters(Path data) {
    return ProcessHandle.allProcesses()
        .flatMap(one -> one.info().commandLine().stream())
        .filter(line -> line.contains(data.toString()))
        .count();
  }
}
