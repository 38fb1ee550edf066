package io.tapgate.router.routeros;

import static io.tapgate.router.routeros.ScriptedRouter.Caller.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.router.Router;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Trust;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import me.legrange.mikrotik.MikrotikApiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is said and what arrives: theirs loses or invents words, and ours does not. */
@Timeout(60)
class LegrangeWordsTest {
  private static final String IDENTITY = "/system/identity/print";
  private static final Command PRINT = Command.of(IDENTITY);
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private final BlockingQueue<List<String>> heard = new LinkedBlockingQueue<>();

  @AfterEach
  void nothing_of_theirs_runs_on() {
    Eventually.holds(Legrange::isGone);
  }

  @Test
  void a_value_that_ends_in_a_carriage_return_swallows_the_next_one_with_theirs_alone()
      throws Exception {
    try (ScriptedRouter router =
            ScriptedRouter.afterLogin(caller -> {
              String tag = tag(caller.hears());
              caller.says("!re", tag, "=comment=lunch\r", "=list=DENY");
              caller.says("!done", tag);
              caller.waitsForHangUp();
            });
        Legrange theirs = Legrange.at(router.port(), PATIENT);
        Conversation ours = router.conversation(Limits.usual())) {
      assertThat(theirs.says(IDENTITY).getFirst()).doesNotContainEntry("list", "DENY");
      Item item = ours.ask(PRINT).items(PRINT).getFirst();
      assertThat(item.get("list")).isEqualTo("DENY");
      assertThat(item.get("comment")).isEqualTo("lunch\r");
    }
  }

  @Test
  void a_value_that_holds_a_sentence_s_end_forges_an_answer_with_theirs_alone() throws Exception {
    try (ScriptedRouter router =
            ScriptedRouter.afterLogin(caller -> {
              String tag = tag(caller.hears());
              caller.says("!re", tag, "=comment=x\n=list=PERMIT\n=address=10.8.0.5", "=list=DENY");
              caller.says("!done", tag);
              caller.waitsForHangUp();
            });
        Legrange theirs = Legrange.at(router.port(), PATIENT);
        Conversation ours = router.conversation(Limits.usual())) {
      assertThat(theirs.says(IDENTITY).getFirst()).containsEntry("address", "10.8.0.5");
      assertThat(ours.ask(PRINT).items(PRINT).getFirst().find("address")).isEmpty();
    }
  }

  @Test
  void a_text_with_both_quotes_in_it_can_be_said_by_ours_alone() throws Exception {
    String text = "it's \"me\"";
    try (ScriptedRouter router = listening()) {
      theySay("/user/set password=\"" + text + "\"", router);
      theySay("/user/set password='" + text + "'", router);
      assertThat(heard).noneMatch(words -> words.contains("=password=" + text));
      heard.clear();
      weLogIn(new Router.Login("tapgate", text), router);
      assertThat(heard.take()).contains("=password=" + text);
    }
  }

  @Test
  void a_value_becomes_an_argument_with_theirs_and_stays_one_with_ours() throws Exception {
    String name = "bob\" disabled=\"yes";
    try (ScriptedRouter router = listening()) {
      theySay("/user/set name=\"" + name + "\"", router);
      assertThat(heard.take()).contains("=disabled=yes");
      weLogIn(new Router.Login(name, "secret"), router);
      assertThat(heard.take())
          .contains("=name=" + name)
          .noneMatch(word -> word.startsWith("=disabled"));
    }
  }

  @Test
  void a_value_widens_a_query_with_theirs_and_ours_takes_no_such_value() throws Exception {
    try (ScriptedRouter router = listening()) {
      theySay("/ppp/active/print where name=" + "bob or name=admin", router);
      assertThat(heard.take()).contains("?name=bob", "?name=admin", "?#|");
    }
    assertThatThrownBy(() -> new ItemId("*1 or name=admin"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ListName("DENY or list=PERMIT"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_newline_cuts_a_command_with_theirs_and_ours_says_no_such_thing() throws Exception {
    try (ScriptedRouter router = listening()) {
      theySay("/system/identity/set name=a\nb", router);
      assertThat(heard.take()).contains("=name=a");
      assertThatThrownBy(() -> weLogIn(new Router.Login("tap\ngate", "secret"), router))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("settings");
      assertThat(heard).isEmpty();
    }
  }

  /** Takes every login but those with a name or password of a test's own as a matter of course. */
  private ScriptedRouter listening() {
    return ScriptedRouter.playing(caller -> {
      for (List<String> one = caller.hears(); !one.isEmpty(); one = caller.hears()) {
        if (!one.contains("=password=tapgate")) {
          heard.add(one);
        }
        caller.says("!done", tag(one));
      }
    });
  }

  /** Whether it can be said or not. */
  private static void theySay(String command, ScriptedRouter router) throws Exception {
    try (Legrange theirs = Legrange.at(router.port(), PATIENT)) {
      List<Map<String, String>> _ = theirs.says(command);
    } catch (MikrotikApiException unspeakable) {
      assertThat(unspeakable).hasMessageNotContaining("timed out");
    }
  }

  private static void weLogIn(Router.Login login, ScriptedRouter router) {
    Router at = router.as("localhost", new Trust.Plain(), ScriptedRouter.LISTS, login);
    try (RouterDoor door = new RouterosDoors().open(at)) {
      assertThat(door.isOpen()).isTrue();
    }
  }
}
