package io.tapgate.router.routeros;

import static io.tapgate.router.routeros.ScriptedRouter.Caller.sentence;
import static io.tapgate.router.routeros.ScriptedRouter.Caller.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.router.Router;
import io.tapgate.router.RouterTrouble;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ConversationTest {
  static final Command PRINT = Command.of("/ppp/active/print");

  /** More than the buffers between two programs hold: the router must take some of it first. */
  static final Command ENDLESS =
      Command.of(
          Stream.concat(
                  Stream.of("/endless"),
                  Stream.generate(() -> "=x=" + "x".repeat(16_000)).limit(1_500))
              .toArray(String[]::new));

  private static final Limits PATIENT = Limits.usual();
  private static final Duration BRIEF = Duration.ofMillis(300);
  private static final Duration PATIENTLY = Duration.ofSeconds(50);
  private static final Limits HASTY = limits(BRIEF, 64);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void answers_find_their_command_by_tag_in_whatever_order_they_come() {
    try (var router =
            ScriptedRouter.afterLogin(caller -> {
              List<String> first = caller.hears();
              List<String> second = caller.hears();
              caller.says("!re", tag(second), "=name=second");
              caller.says("!re", tag(first), "=name=first");
              caller.says("!done", tag(second));
              caller.says("!done", tag(first));
              caller.waitsForHangUp();
            });
        var conversation = router.conversation(PATIENT)) {
      List<Answer> answers = conversation.askAll(List.of(PRINT, PRINT));
      assertThat(names(answers.get(0))).containsExactly("first");
      assertThat(names(answers.get(1))).containsExactly("second");
    }
  }

  @Test
  void values_hold_newlines_equal_signs_and_whole_sentences_unharmed() {
    String hostile = "hello\n=profile=vip\r\n!done\n.tag=1\r=a==b";
    try (var router = answering("!re", "=name=" + hostile, "=profile=poor");
        var conversation = router.conversation(PATIENT)) {
      Item item = conversation.ask(PRINT).items(PRINT).getFirst();
      assertThat(item.get("name")).isEqualTo(hostile);
      assertThat(item.get("profile")).isEqualTo("poor");
    }
  }

  @Test
  void a_word_of_200_kilobytes_is_read() {
    String large = "x".repeat(200_000);
    try (var router = answering("!re", "=name=" + large);
        var conversation = router.conversation(PATIENT)) {
      assertThat(names(conversation.ask(PRINT))).containsExactly(large);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothing_found_is_a_complete_reading_in_old_and_new_versions(boolean saysEmpty) {
    try (var router = saysEmpty ? answering("!empty") : answering();
        var conversation = router.conversation(PATIENT)) {
      assertThat(conversation.ask(PRINT).items(PRINT)).isEmpty();
    }
  }

  @Test
  void a_trap_without_category_is_a_no_and_what_came_before_it_no_reading() {
    try (var router =
            answering(
                List.of(
                    List.of("!re", "=name=half"), List.of("!trap", "=message=action failed (6)")));
        var conversation = router.conversation(PATIENT)) {
      assertThatThrownBy(() -> conversation.ask(PRINT).items(PRINT))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("action failed (6)");
      assertThat(conversation.isOpen()).isTrue();
    }
  }

  @Test
  void a_trap_s_text_cannot_forge_a_line_of_a_log() {
    try (var router = answering("!trap", "=message=no\nERROR forged");
        var conversation = router.conversation(PATIENT)) {
      assertThatThrownBy(() -> conversation.ask(PRINT).items(PRINT))
          .message()
          .doesNotContain("\n")
          .contains("no ERROR forged");
    }
  }

  @Test
  void a_fatal_ends_every_waiting_command_at_once() throws Exception {
    endsAll(caller -> caller.says("!fatal", "session terminated on request"), "session terminated");
  }

  @Test
  void a_hang_up_ends_every_waiting_command_at_once() throws Exception {
    endsAll(ScriptedRouter.Caller::close, "hung up");
  }

  @Test
  void a_cut_in_mid_sentence_ends_every_waiting_command_at_once() throws Exception {
    endsAll(
        caller -> {
          caller.sends(Arrays.copyOf(sentence("!re", "=name=x"), 7));
          caller.close();
        },
        "mid-sentence");
  }

  @Test
  void a_reset_ends_every_waiting_command_at_once() throws Exception {
    endsAll(ScriptedRouter.Caller::resets, "not on the line");
  }

  @Test
  void a_control_byte_ends_every_waiting_command_at_once() throws Exception {
    endsAll(caller -> caller.sends(new byte[] {(byte) 0xF8}), "control byte");
  }

  @Test
  void an_unknown_reply_word_ends_every_waiting_command_at_once() throws Exception {
    endsAll(caller -> caller.says("!what", ".tag=2"), "!what");
  }

  @ParameterizedTest
  @ValueSource(strings = {".tag=999999", ".tag=x", "=no=tag"})
  void a_reply_to_what_was_never_asked_ends_every_waiting_command(String word) throws Exception {
    endsAll(caller -> caller.says("!done", word), "never asked");
  }

  @Test
  void our_own_hanging_up_ends_every_waiting_command_at_once() throws Exception {
    CountDownLatch heard = new CountDownLatch(3);
    try (var router = deaf(heard);
        var conversation = router.conversation(PATIENT)) {
      List<Future<Answer>> waiting = ask(conversation, 3);
      heard.await();
      hangUp(conversation);
      assertAllSilent(waiting, "hung up");
    }
  }

  /** Otherwise the kernel would go on sending it, and a permit might arrive that was taken back. */
  @Test
  void what_a_router_has_not_taken_when_we_hang_up_never_arrives() throws Exception {
    AtomicReference<ScriptedRouter.Caller> line = new AtomicReference<>();
    CountDownLatch over = new CountDownLatch(1);
    try (var router =
            ScriptedRouter.afterLogin(caller -> {
              line.set(caller);
              over.await();
              caller.waitsForHangUp();
            });
        var conversation = router.conversation(PATIENT)) {
      List<Future<Answer>> waiting = List.of(threads.submit(() -> conversation.ask(ENDLESS)));
      Eventually.holds(() -> line.get() != null && line.get().hasSomethingToHear());
      hangUp(conversation);
      assertAllSilent(waiting, "hung up");
      over.countDown();
      Eventually.holds(() -> line.get().failure() instanceof SocketException);
      assertThat(line.get().failure()).hasMessageContaining("reset");
    }
  }

  @Test
  void what_nobody_waits_for_any_more_is_not_said_late() throws Exception {
    BlockingQueue<List<String>> heard = new LinkedBlockingQueue<>();
    CountDownLatch over = new CountDownLatch(1);
    Duration patient = Duration.ofSeconds(30);
    Duration brief = Duration.ofMillis(300);
    Limits limits = new Limits(patient, patient, patient, brief, brief, patient, 64);
    try (var router =
            ScriptedRouter.afterLogin(caller -> {
              over.await();
              for (int i = 0; i < 3; i++) {
                hear(caller, heard);
              }
              caller.waitsForHangUp();
            });
        var conversation = router.conversation(limits)) {
      assertThatThrownBy(() -> conversation.askAll(List.of(ENDLESS, PRINT)))
          .isInstanceOf(RouterTrouble.Silent.class);
      over.countDown();
      assertThat(heard.take()).startsWith("/endless");
      assertThat(heard.take()).startsWith("/cancel");
      assertThat(heard.take()).startsWith("/cancel");
    }
  }

  @Test
  void a_late_command_is_cancelled_and_its_late_answer_dropped() throws Exception {
    BlockingQueue<List<String>> heard = new LinkedBlockingQueue<>();
    try (var router =
            ScriptedRouter.afterLogin(caller -> {
              List<String> late = hear(caller, heard);
              List<String> cancel = hear(caller, heard);
              caller.says("!re", tag(late), "=name=late");
              caller.says("!trap", tag(late), "=category=2", "=message=interrupted");
              caller.says("!done", tag(cancel));
              List<String> next = hear(caller, heard);
              caller.says("!re", tag(late), "=name=later still");
              caller.says("!done", tag(late));
              caller.says("!re", tag(next), "=name=next");
              caller.says("!done", tag(next));
              caller.waitsForHangUp();
            });
        var conversation = router.conversation(hastyWith(Duration.ofSeconds(1), PATIENTLY))) {
      assertThatThrownBy(() -> conversation.ask(PRINT))
          .isInstanceOf(RouterTrouble.Silent.class)
          .hasMessageContaining("in time");
      assertThat(names(conversation.ask(PRINT.walkingTable()))).containsExactly("next");
      String late = tag(heard.take());
      assertThat(heard.take()).contains("/cancel", "=tag=" + late.substring(5));
    }
  }

  @Test
  void a_router_that_does_not_even_answer_a_cancel_is_given_up() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    try (var router = deaf(heard);
        var conversation = router.conversation(HASTY)) {
      assertThatThrownBy(() -> conversation.ask(PRINT)).isInstanceOf(RouterTrouble.Silent.class);
      Eventually.holds(() -> !conversation.isOpen());
      assertThatThrownBy(() -> conversation.ask(PRINT))
          .isInstanceOf(RouterTrouble.Silent.class)
          .hasMessageContaining("cancel");
    }
  }

  @Test
  void a_router_that_stalls_in_mid_sentence_is_silent() {
    try (var router =
            ScriptedRouter.afterLogin(caller -> {
              caller.hears();
              caller.sends(Arrays.copyOf(sentence("!re", "=name=x"), 6));
              caller.waitsForHangUp();
            });
        var conversation = router.conversation(HASTY)) {
      assertThatThrownBy(() -> conversation.ask(PRINT)).isInstanceOf(RouterTrouble.Silent.class);
      Eventually.holds(() -> !conversation.isOpen());
    }
  }

  /** A byte at a time, each well within any limit of its own: the limit is on the whole answer. */
  @Test
  void a_router_that_speaks_a_byte_at_a_time_is_silent_in_the_command_s_time() {
    try (var router =
            ScriptedRouter.afterLogin(caller -> {
              List<String> print = caller.hears();
              caller.dribbles(sentence("!re", tag(print), "=name=" + "x".repeat(10_000)));
              caller.waitsForHangUp();
            });
        var conversation = router.conversation(hastyWith(BRIEF, BRIEF))) {
      long begun = System.nanoTime();
      assertThatThrownBy(() -> conversation.ask(PRINT))
          .isInstanceOf(RouterTrouble.Silent.class)
          .hasMessageContaining("in time");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
      Eventually.holds(() -> !conversation.isOpen());
    }
  }

  @Test
  void a_slow_router_is_given_no_more_than_it_may_have_at_once() throws Exception {
    AtomicInteger most = new AtomicInteger();
    CountDownLatch four = new CountDownLatch(4);
    CountDownLatch goOn = new CountDownLatch(1);
    try (var router =
            ScriptedRouter.afterLogin(caller -> {
              Queue<String> unanswered = new ArrayDeque<>();
              Thread.ofVirtual().start(() -> release(caller, unanswered, goOn, most));
              while (true) {
                String tag = tag(caller.hears());
                synchronized (unanswered) {
                  unanswered.add(tag);
                  most.accumulateAndGet(unanswered.size(), Math::max);
                }
                four.countDown();
              }
            });
        var conversation = router.conversation(limits(Duration.ofSeconds(30), 4))) {
      List<Future<Answer>> waiting = ask(conversation, 40);
      four.await();
      goOn.countDown();
      for (Future<Answer> one : waiting) {
        assertThat(one.get(30, TimeUnit.SECONDS)).isInstanceOf(Answer.Complete.class);
      }
      assertThat(most).hasValue(4);
    }
  }

  @Test
  void eight_threads_send_400_commands_each_and_every_one_gets_its_own_answer() throws Exception {
    try (var router =
            ScriptedRouter.afterLogin(caller -> {
              for (List<String> one = caller.hears(); !one.isEmpty(); one = caller.hears()) {
                caller.says("!re", tag(one), one.get(1));
                caller.says("!done", tag(one));
              }
            });
        var conversation = router.conversation(limits(Duration.ofSeconds(30), 64))) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        all.add(threads.submit(echoing(conversation, thread, 400)));
      }
      for (Future<Integer> one : all) {
        assertThat(one.get(50, TimeUnit.SECONDS)).isEqualTo(400);
      }
    }
  }

  @Test
  void no_text_of_ours_shows_a_password() {
    Router.Login login = new Router.Login("tapgate", "s3cret");
    Command command = Phrasebook.login(login);
    assertThat(command + " " + login + " " + new Answer.Trapped("no").refusal(command).getMessage())
        .doesNotContain("s3cret");
  }

  private static Callable<Integer> echoing(Conversation conversation, int thread, int count) {
    return () -> {
      int right = 0;
      for (int i = 0; i < count; i++) {
        String name = "t" + thread + "n" + i;
        Answer answer = conversation.ask(Command.of("/echo", "=name=" + name));
        right += names(answer).equals(List.of(name)) ? 1 : 0;
      }
      return right;
    };
  }

  private void endsAll(ScriptedRouter.Script ending, String why) throws Exception {
    CountDownLatch heard = new CountDownLatch(3);
    try (var router =
            ScriptedRouter.afterLogin(caller -> {
              for (int i = 0; i < 3; i++) {
                caller.hears();
                heard.countDown();
              }
              ending.play(caller);
              caller.waitsForHangUp();
            });
        var conversation = router.conversation(PATIENT)) {
      List<Future<Answer>> waiting = ask(conversation, 3);
      heard.await();
      assertAllSilent(waiting, why);
      assertThat(conversation.isOpen()).isFalse();
      assertThatThrownBy(() -> conversation.ask(PRINT)).isInstanceOf(RouterTrouble.Silent.class);
    }
  }

  /** Sooner than any time limit: so it was not the limit. */
  private static void assertAllSilent(List<Future<Answer>> waiting, String why) {
    for (Future<Answer> one : waiting) {
      assertThatThrownBy(() -> one.get(5, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(RouterTrouble.Silent.class)
          .hasMessageContaining(why);
    }
  }

  private List<Future<Answer>> ask(Conversation conversation, int count) {
    List<Future<Answer>> waiting = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      waiting.add(threads.submit(() -> conversation.ask(PRINT)));
    }
    return waiting;
  }

  private static void release(
      ScriptedRouter.Caller caller,
      Queue<String> unanswered,
      CountDownLatch goOn,
      AtomicInteger most) {
    try {
      goOn.await();
      for (int answered = 0; answered < 40; ) {
        String tag;
        synchronized (unanswered) {
          tag = unanswered.peek();
          most.accumulateAndGet(unanswered.size(), Math::max);
          if (tag != null) {
            unanswered.remove();
          }
        }
        if (tag == null) {
          LockSupport.parkNanos(100_000);
        } else {
          caller.says("!done", tag);
          answered++;
        }
      }
    } catch (IOException | InterruptedException gone) {
      throw new AssertionError(gone);
    }
  }

  private static List<String> hear(ScriptedRouter.Caller caller, BlockingQueue<List<String>> heard)
      throws IOException {
    List<String> words = caller.hears();
    heard.add(words);
    return words;
  }

  private static ScriptedRouter deaf(CountDownLatch heard) {
    return ScriptedRouter.afterLogin(caller -> {
      while (!caller.hears().isEmpty()) {
        heard.countDown();
      }
    });
  }

  private static void hangUp(AutoCloseable conversation) throws Exception {
    conversation.close();
  }

  private static ScriptedRouter answering(String... reply) {
    return answering(reply.length == 0 ? List.of() : List.of(List.of(reply)));
  }

  private static ScriptedRouter answering(List<List<String>> replies) {
    return ScriptedRouter.afterLogin(caller -> {
      for (List<String> one = caller.hears(); !one.isEmpty(); one = caller.hears()) {
        for (List<String> reply : replies) {
          List<String> tagged = new ArrayList<>(reply);
          tagged.add(1, tag(one));
          caller.says(tagged.toArray(String[]::new));
        }
        caller.says("!done", tag(one));
      }
    });
  }

  private static List<String> names(Answer answer) {
    return answer.items(PRINT).stream().map(item -> item.get("name")).toList();
  }

  /** With a plain command, and with the answer to a cancel as is said; with nothing else. */
  private static Limits hastyWith(Duration command, Duration cancel) {
    return new Limits(PATIENTLY, PATIENTLY, PATIENTLY, command, PATIENTLY, cancel, 64);
  }

  private static Limits limits(Duration command, int pending) {
    Duration patient = Duration.ofSeconds(5);
    return new Limits(patient, patient, patient, command, command, command, pending);
  }
}
