package io.tapgate.stories;

import static io.tapgate.stories.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The network between one node and PostgreSQL is cut, and nobody is told. The node lives, reaches
 * the router and Telegram, and its connections look open to both ends.
 */
@ExtendWith(ShowLogs.class)
class CutOffStory {
  private Server server;
  private LossyLine line;
  private Stage stage;
  private Node cut;
  private Node other;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    server = Server.in(folder);
    line = LossyLine.to(server.port());
    stage = Stage.on(server.records(), Map.of("DATABASE_URL", Server.urlBy(line.port())));
    stage.startApi();
    stage.startWatcher();
    cut = stage.node();
    eventually("the first drives", cut::drivesTheRouter);
    other = stage.anotherApi(Map.of("DATABASE_URL", Server.urlBy(server.port())));
  }

  @AfterEach
  void close() {
    line.isMended();
    other.part().close();
    stage.close();
    line.close();
    server.close();
  }

  @Test
  void the_other_takes_over_and_the_one_cut_off_lets_nobody_in_then_or_later() {
    Client alice = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();
    stage.records.untilNothingIsOwed();

    try (Witness.Closing _ = stage.witness.trouble()) {
      line.isCut();
      assertThat(alice.confirms(cut.doors(), question).status()).isEqualTo(503);
      stage.router.reportTo(URI.create("http://127.0.0.1:" + other.doors().port()));
      eventually("the other drives", other::drivesTheRouter);
      assertThat(stage.router.view().permits(session.address())).isFalse();

      assertThat(alice.confirms(other.doors(), question).status()).isEqualTo(200);
      alice.isLetIn(session);
      alice.hangsUp(session);
      alice.isOnNoList(session);
    }

    line.isMended();
    Instant mended = stage.time.now();
    eventually("it knows its place", () -> cut.health().contains("driven by another node"));
    stage.records.untilNothingIsOwed();
    assertThat(stage.router.history())
        .filteredOn(change -> change.at().isAfter(mended))
        .noneMatch(Change.EntryAdded.class::isInstance);
    assertThat(List.of(cut, other)).filteredOn(Node::drivesTheRouter).containsExactly(other);
    alice.isOnNoList(session);
  }
}
