package io.tapgate.router.routeros;

import static io.tapgate.router.routeros.ScriptedRouter.Caller.sentence;
import static io.tapgate.router.routeros.ScriptedRouter.Caller.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.connection.RouterId;
import io.tapgate.router.Router;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.RouterDoors;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OpeningTest {
  private static final RouterDoors DOORS = new RouterosDoors();

  @Test
  void the_login_is_one_sentence_with_name_and_password() throws Exception {
    BlockingQueue<List<String>> heard = new LinkedBlockingQueue<>();
    try (var router =
            ScriptedRouter.playing(caller -> {
              heard.add(caller.hears());
              caller.says("!done", tag(heard.element()));
              caller.waitsForHangUp();
            });
        RouterDoor door = DOORS.open(router.plain())) {
      assertThat(heard.take()).startsWith("/login", "=name=tapgate", "=password=s3cret");
      assertThat(door.isOpen()).isTrue();
    }
  }

  @Test
  void a_bad_login_is_refused_and_says_what_to_check() {
    try (var router = answeringLogin("!trap", "=message=invalid user name or password (6)")) {
      assertThatThrownBy(() -> DOORS.open(router.plain()))
          .isInstanceOf(RouterTrouble.Refused.class)
          .message()
          .contains("tapgate", "invalid user name or password", "check")
          .doesNotContain("s3cret");
    }
  }

  @Test
  void a_router_with_the_old_login_is_told_which_version_is_needed() {
    try (var router =
        ScriptedRouter.playing(caller -> {
          String tag = tag(caller.hears());
          caller.says("!done", tag, "=ret=ebddd18303a54111e2dea05a92ab46b4");
          caller.waitsForHangUp();
        })) {
      assertThatThrownBy(() -> DOORS.open(router.plain()))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("7.12");
    }
  }

  @Test
  void a_router_that_takes_the_call_and_hangs_up_is_silent() {
    try (var router = ScriptedRouter.playing(ScriptedRouter.Caller::hears)) {
      assertThatThrownBy(() -> DOORS.open(router.plain()))
          .isInstanceOf(RouterTrouble.Silent.class)
          .hasMessageContaining("usually 8728")
          .hasMessageContaining("address=");
    }
  }

  @Test
  void a_router_that_never_answers_the_login_is_silent_in_bounded_time() {
    Duration brief = Duration.ofMillis(300);
    try (var router = ScriptedRouter.playing(ScriptedRouter.Caller::waitsForHangUp)) {
      assertThatThrownBy(() -> loggingInWithin(brief).open(router.plain()))
          .isInstanceOf(RouterTrouble.Silent.class);
    }
  }

  /** The limit is on the whole login: a byte now and then does not begin it anew. */
  @Test
  void a_router_that_answers_the_login_a_byte_at_a_time_is_silent_in_bounded_time() {
    Duration brief = Duration.ofMillis(300);
    try (var router =
        ScriptedRouter.playing(caller -> {
          String tag = tag(caller.hears());
          caller.dribbles(sentence("!done", tag, "=ret=" + "x".repeat(10_000)));
        })) {
      long begun = System.nanoTime();
      assertThatThrownBy(() -> loggingInWithin(brief).open(router.plain()))
          .isInstanceOf(RouterTrouble.Silent.class)
          .hasMessageContaining("the login was not answered");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    }
  }

  /** Everything else may take long; the login may not. */
  private static RouterDoors loggingInWithin(Duration brief) {
    Duration patient = Duration.ofSeconds(50);
    return new RouterosDoors(new Limits(patient, patient, brief, patient, patient, patient, 4));
  }

  @Test
  void a_port_where_nobody_listens_is_silent_and_says_where() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    assertThatThrownBy(() -> DOORS.open(router("127.0.0.1", port, "DENY", "tapgate")))
        .isInstanceOf(RouterTrouble.Silent.class)
        .hasMessageContaining("127.0.0.1:" + port);
  }

  @Test
  void a_host_that_nobody_knows_is_silent_and_says_so() {
    assertThatThrownBy(() -> DOORS.open(router("no-such-router.invalid", 8728, "DENY", "tapgate")))
        .isInstanceOf(RouterTrouble.Silent.class)
        .hasMessageContaining("host name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "DENY\n=disabled=yes",
        "DENY or list=PERMIT",
        "a=b",
        "\"",
        "DENY\r",
        "ДЕНИ",
        "-x",
        "DENY\0",
        "[find]",
        "PERMIT",
        "BAN",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
      })
  void a_hostile_or_doubled_list_name_is_refused_before_anybody_is_called(String name) {
    refusesWithoutACall(name, "tapgate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tap\ngate", "tap\0gate", "tap\r", "\uD800"})
  void a_hostile_user_name_is_refused_before_anybody_is_called(String username) {
    refusesWithoutACall("DENY", username);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost\n",
        "localhost\0",
        "local host",
        "localhost\r\nINFO forged",
        "http://localhost",
        "tapgate@localhost",
        "локалхост",
        "-localhost"
      })
  void a_hostile_host_is_refused_before_anybody_is_called(String host) {
    refusesWithoutACall(host, "DENY", "tapgate");
  }

  private static void refusesWithoutACall(String deny, String username) {
    refusesWithoutACall("localhost", deny, username);
  }

  private static void refusesWithoutACall(String host, String deny, String username) {
    try (var router = ScriptedRouter.playing(ScriptedRouter.Caller::waitsForHangUp)) {
      assertThatThrownBy(() -> DOORS.open(router(host, router.port(), deny, username)))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("settings");
      assertThat(router.callers()).isZero();
    }
  }

  private static ScriptedRouter answeringLogin(String word, String attribute) {
    return ScriptedRouter.playing(caller -> {
      String tag = tag(caller.hears());
      caller.says(word, tag, attribute);
      caller.says("!done", tag);
      caller.waitsForHangUp();
    });
  }

  private static Router router(String host, int port, String deny, String username) {
    return new Router(
        new RouterId(1),
        "office",
        host,
        port,
        new Router.Login(username, "s3cret"),
        new Trust.Plain(),
        new Router.ListNames(deny, "PERMIT", "BAN"));
  }
}
