package io.tapgate.router.routeros;

import static io.tapgate.router.routeros.ScriptedRouter.Caller.sentence;
import static io.tapgate.router.routeros.ScriptedRouter.Caller.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Trust;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import me.legrange.mikrotik.MikrotikApiException;
import me.legrange.mikrotik.ResultListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a line that ends, breaks or is slow: theirs fails, and ours does not. */
@Timeout(60)
class LegrangeLinesTest {
  private static final String IDENTITY = "/system/identity/print";
  private static final Command PRINT = Command.of(IDENTITY);
  private static final Duration BRIEF = Duration.ofMillis(500);
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Limits HASTY = new Limits(PATIENT, BRIEF, PATIENT, BRIEF, BRIEF, BRIEF, 64);

  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

  @AfterEach
  void nothing_of_theirs_runs_on() {
    threads.shutdownNow();
    Eventually.holds(Legrange::isGone);
  }

  @Test
  void a_fatal_is_an_end_for_ours_and_for_theirs_a_line_read_for_ever() throws Exception {
    endsForOursAlone(caller -> {
      caller.hears();
      caller.says("!fatal", "session terminated on request");
      caller.waitsForHangUp();
    });
  }

  @Test
  void a_reset_is_an_end_for_ours_and_not_for_theirs() throws Exception {
    endsForOursAlone(caller -> {
      caller.hears();
      caller.resets();
    });
  }

  @Test
  void a_trap_without_a_tag_is_an_end_for_ours_and_for_theirs_a_line_read_for_ever()
      throws Exception {
    endsForOursAlone(caller -> {
      caller.hears();
      caller.says("!trap", "=message=something went wrong");
      caller.waitsForHangUp();
    });
  }

  private static void endsForOursAlone(ScriptedRouter.Script script) throws Exception {
    try (ScriptedRouter router = ScriptedRouter.afterLogin(script);
        Legrange theirs = Legrange.at(router.port(), BRIEF);
        Conversation ours = router.conversation(Limits.usual())) {
      assertThatThrownBy(() -> theirs.says(IDENTITY)).hasMessageContaining("timed out");
      assertThat(theirs.believesItIsConnected()).isTrue();
      assertThatThrownBy(() -> ours.ask(PRINT))
          .isInstanceOf(RouterTrouble.Silent.class)
          .hasMessageContaining("not on the line");
      assertThat(ours.isOpen()).isFalse();
    }
  }

  @Test
  void what_nobody_waits_for_is_cancelled_by_ours_and_left_to_run_by_theirs() throws Exception {
    BlockingQueue<List<String>> heard = new LinkedBlockingQueue<>();
    try (ScriptedRouter router =
        ScriptedRouter.afterLogin(caller -> {
          for (List<String> one = caller.hears(); !one.isEmpty(); one = caller.hears()) {
            heard.add(one);
          }
        })) {
      try (Legrange theirs = Legrange.at(router.port(), BRIEF)) {
        assertThatThrownBy(() -> theirs.says(IDENTITY)).hasMessageContaining("timed out");
        assertThatThrownBy(() -> theirs.says(IDENTITY)).hasMessageContaining("timed out");
        assertThat(List.of(heard.take(), heard.take()))
            .allSatisfy(one -> assertThat(one).contains(IDENTITY));
        assertThat(heard).isEmpty();
      }
      try (Conversation ours = router.conversation(HASTY)) {
        assertThatThrownBy(() -> ours.ask(PRINT)).isInstanceOf(RouterTrouble.Silent.class);
        assertThat(heard.take()).contains(IDENTITY);
        assertThat(heard.take()).contains("/cancel");
      }
    }
  }

  @Test
  void a_category_that_is_no_number_ends_theirs_without_a_word_and_ours_hears_the_no()
      throws Exception {
    try (ScriptedRouter router =
            ScriptedRouter.afterLogin(caller -> {
              List<String> first = caller.hears();
              caller.says("!trap", tag(first), "=category=many", "=message=no");
              caller.says("!done", tag(first));
              List<String> second = caller.hears();
              caller.says("!re", tag(second), "=name=yes");
              caller.says("!done", tag(second));
              caller.waitsForHangUp();
            });
        Legrange theirs = Legrange.at(router.port(), BRIEF);
        Conversation ours = router.conversation(Limits.usual())) {
      assertThatThrownBy(() -> theirs.says(IDENTITY)).hasMessageContaining("timed out");
      assertThatThrownBy(() -> theirs.says(IDENTITY)).hasMessageContaining("timed out");
      assertThat(ours.ask(PRINT)).isEqualTo(new Answer.Trapped("no"));
      assertThat(ours.ask(PRINT).items(PRINT).getFirst().get("name")).isEqualTo("yes");
    }
  }

  @Test
  void a_bug_in_who_listens_leaves_everybody_waiting_with_theirs_and_nobody_with_ours()
      throws Exception {
    try (PretendRouterAtHand hand = new PretendRouterAtHand("7.12");
        Legrange theirs = Legrange.at(hand.router().port(), BRIEF);
        Conversation ours = conversation(hand)) {
      Buggy listener = new Buggy();
      theirs.says(IDENTITY, listener);
      listener.wasCalled();
      assertThatThrownBy(() -> theirs.says(IDENTITY)).hasMessageContaining("timed out");
      assertThat(theirs.believesItIsConnected()).isTrue();
      Command buggy =
          PRINT.keeping(_ -> {
            throw new IllegalStateException("a bug");
          });
      assertThatThrownBy(() -> ours.ask(buggy))
          .isInstanceOf(RouterTrouble.Silent.class)
          .hasMessageContaining("a bug");
      assertThat(ours.isOpen()).isFalse();
    }
  }

  private static Conversation conversation(PretendRouterAtHand hand) {
    Conversation begun =
        Conversation.over(new Dialling(hand.router(), Limits.usual()).dial(), Limits.usual());
    begun.ask(Phrasebook.login(hand.router().login()));
    return begun;
  }

  private static final class Buggy implements ResultListener {
    private final CountDownLatch called = new CountDownLatch(1);

    /**
     * The router may answer two commands in either order: the bug must have struck before more is
     * asked.
     */
    void wasCalled() throws InterruptedException {
      assertThat(called.await(PATIENT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void receive(Map<String, String> row) {
      throw bug();
    }

    @Override
    public void error(MikrotikApiException trouble) {
      throw bug();
    }

    @Override
    public void completed() {
      throw bug();
    }

    private IllegalStateException bug() {
      called.countDown();
      return new IllegalStateException("a bug");
    }
  }

  @Test
  void a_word_whose_length_takes_five_bytes_is_read_by_ours_alone() throws Exception {
    try (ScriptedRouter router =
            ScriptedRouter.afterLogin(caller -> {
              List<String> print = caller.hears();
              ByteArrayOutputStream reply = new ByteArrayOutputStream();
              reply.writeBytes(withoutEnd(sentence("!re", tag(print))));
              reply.writeBytes(new byte[] {(byte) 0xF0, 0, 0, 0, 7});
              reply.write(withoutEnd(sentence("=name=x")), 1, 7);
              reply.write(0);
              reply.writeBytes(sentence("!done", tag(print)));
              caller.sends(reply.toByteArray());
              caller.waitsForHangUp();
            });
        Legrange theirs = Legrange.at(router.port(), BRIEF);
        Conversation ours = router.conversation(Limits.usual())) {
      assertThatThrownBy(() -> theirs.says(IDENTITY)).isInstanceOf(MikrotikApiException.class);
      assertThat(ours.ask(PRINT).items(PRINT).getFirst().get("name")).isEqualTo("x");
    }
  }

  @Test
  void a_sentence_leaves_in_one_piece_with_ours_and_in_several_with_theirs() throws Exception {
    try (PretendRouterAtHand hand = new PretendRouterAtHand("7.12");
        Counting their = new Counting();
        Legrange theirs = Legrange.over(their, hand.router().port(), PATIENT);
        Counting our = new Counting()) {
      int before = their.pieces.get();
      assertThat(theirs.says(IDENTITY)).hasSize(1);
      assertThat(their.pieces.get() - before).isGreaterThan(1);

      our.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), hand.router().port()));
      try (Conversation ours = Conversation.over(new Line("counted", our, our), Limits.usual())) {
        ours.ask(Phrasebook.login(hand.router().login()));
        assertThat(ours.ask(PRINT).items(PRINT)).hasSize(1);
        assertThat(our.pieces).hasValue(2);
      }
    }
  }

  /** Counts how often it is written to. */
  private static final class Counting extends Socket {
    private final AtomicInteger pieces = new AtomicInteger();

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(int one) throws IOException {
          pieces.incrementAndGet();
          out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          pieces.incrementAndGet();
          out.write(bytes, from, length);
        }
      };
    }
  }

  /** Most of it is keytool, which starts five times. */
  @Test
  @Timeout(240)
  void a_certificate_of_another_host_is_refused_by_ours_and_taken_by_theirs(@TempDir Path folder)
      throws Exception {
    Certificates certificates = Certificates.madeIn(folder);
    RouterSettings settings = RouterSettings.usual().withTls(certificates.showing("elsewhere"));
    Trust.Verified ca = new Trust.Verified(Optional.of(certificates.pem("ca")));
    try (PretendRouter router = PretendRouter.start(settings)) {
      assertThatThrownBy(
              () -> new RouterosDoors().open(ScriptedRouter.at("localhost", router.port(), ca)))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("not trusted");
      assertThat(router.commands()).isEmpty();
      Socket socket = certificates.trusting("ca").getSocketFactory().createSocket();
      try (Legrange theirs = Legrange.over(socket, router.port(), PATIENT)) {
        assertThat(theirs.says(IDENTITY)).hasSize(1);
      }
    }
  }

  @Test
  void a_handshake_that_never_ends_is_bounded_by_ours_and_not_by_theirs() throws Exception {
    SSLContext trusting = SSLContext.getInstance("TLS");
    trusting.init(null, new TrustManager[0], null);
    try (ScriptedRouter router = ScriptedRouter.playing(ScriptedRouter.Caller::waitsForHangUp);
        Socket socket = trusting.getSocketFactory().createSocket()) {
      int millis = Math.toIntExact(BRIEF.toMillis());
      Future<?> theirs =
          threads.submit(() -> {
            try (Legrange one = Legrange.connected(socket, router.port(), millis)) {
              one.logsIn("tapgate", "tapgate");
            }
            return true;
          });
      long begun = System.nanoTime();
      assertThatThrownBy(
              () -> new RouterosDoors(HASTY).open(router.as(new Trust.Pinned("00".repeat(32)))))
          .isInstanceOf(RouterTrouble.Silent.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENT);
      assertThatThrownBy(() -> theirs.get(BRIEF.multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
    }
  }

  private static byte[] withoutEnd(byte[] sentence) {
    return Arrays.copyOf(sentence, sentence.length - 1);
  }
}
