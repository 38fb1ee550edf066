package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Taps that come late, twice, from others or from nowhere: they change nothing, politely. */
@ExtendWith({ShowLogs.class, Judged.class})
class AnswersStory {
  private static final String UNKNOWN =
      "This button does not work any more. Connect again for a new question.";

  private final Stage stage = Stage.shared();

  @Test
  void a_second_tap_and_a_change_of_mind_change_nothing() {
    Client alice = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();
    String yes = Client.data(question, "It's me");
    String no = Client.data(question, "Not me");
    alice.taps("It's me", question);
    alice.isLetIn(session);
    String before = settled();

    assertThat(alice.forges(question.id(), yes)).isEqualTo("Already confirmed.");
    assertThat(alice.forges(question.id(), no))
        .isEqualTo(
            "It was confirmed, and the session is open. If that was not you, tell your admin now.");

    assertThat(settled()).isEqualTo(before);
    alice.isLetIn(session);
  }

  @Test
  void a_late_tap_changes_nothing() {
    Client alice = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();
    String yes = Client.data(question, "It's me");
    stage.time.passes(Stage.TIMEOUT);
    alice.shows("Nobody answered in time");
    String before = settled();

    assertThat(alice.forges(question.id(), yes)).startsWith("Too late");

    assertThat(settled()).isEqualTo(before);
    alice.isOnNoList(session);
  }

  @Test
  void another_persons_tap_changes_nothing_and_spoils_nothing() {
    Client alice = stage.somebody();
    Client mallory = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();
    String before = settled();

    String toast = mallory.forges(question.id(), Client.data(question, "It's me"));

    assertThat(toast).isEqualTo("This question is for somebody else.");
    assertThat(settled()).isEqualTo(before);
    alice.isShutOut(session);
    alice.taps("It's me", question);
    alice.isLetIn(session);
  }

  @Test
  void somebody_else_in_the_same_chat_is_somebody_else() {
    Client alice = stage.somebody();
    Client mallory = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();

    String toast = mallory.forges(alice, question.id(), Client.data(question, "It's me"));

    assertThat(toast).isEqualTo("This question is for somebody else.");
    alice.isShutOut(session);
  }

  @Test
  void forged_buttons_are_unknown_whatever_they_carry() {
    Client alice = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();
    String before = settled();
    List<String> forged =
        List.of(
            "c:AAAAAAAAAAAAAAAAAAAAAAAA",
            "r:AAAAAAAAAAAAAAAAAAAAAAAA",
            "c:",
            "r:' or 1=1 --",
            "c:" + "🙂".repeat(15),
            "c:../../client/reject",
            "C" + Client.data(question, "It's me").substring(1),
            "x",
            " ");

    for (String data : forged) {
      assertThat(alice.forges(question.id(), data)).as(data).isEqualTo(UNKNOWN);
    }

    assertThat(settled()).isEqualTo(before);
    alice.isShutOut(session);
    assertThat(stage.watcher().said()).doesNotContain("mistake of ours");
  }

  private String settled() {
    stage.records.untilNothingIsOwed();
    return stage.records.truth();
  }
}
