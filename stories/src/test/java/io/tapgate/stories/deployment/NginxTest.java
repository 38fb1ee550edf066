package io.tapgate.stories.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which doors are open outside, asked of a real nginx with our configuration. */
class NginxTest {
  private static final List<String> heard = new CopyOnWriteArrayList<>();
  @TempDir private static Path folder;
  private static HttpServer api;
  private static Nginx nginx;

  /** Without nginx the whole class is passed over, or fails: {@link Nginx#before} decides. */
  @BeforeAll
  static void nginxBeforeAnApiThatOnlyListens() throws Exception {
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext(
        "/",
        call -> {
          heard.add(call.getRequestMethod() + " " + call.getRequestURI());
          call.getRequestBody().readAllBytes();
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    api.start();
    nginx = Nginx.before(api.getAddress().getPort(), folder);
  }

  @AfterAll
  static void end() {
    api.stop(0);
    if (nginx != null) { // it is missing, and the class was passed over
      nginx.close();
    }
  }

  @BeforeEach
  void nothingHeardYet() {
    heard.clear();
  }

  @Test
  void the_doors_for_those_outside_are_open() throws Exception {
    assertThat(nginx.post("/client/connect")).isEqualTo(200);
    assertThat(nginx.post("/client/disconnect/")).isEqualTo(200);
    assertThat(nginx.post("/client/timecheck")).isEqualTo(200);
    assertThat(nginx.get("/actuator/health")).isEqualTo(200);
    assertThat(nginx.get("/actuator/health/readiness")).isEqualTo(200);
    assertThat(nginx.get("/actuator/prometheus")).isEqualTo(200);

    assertThat(heard)
        .containsExactly(
            "POST /client/connect",
            "POST /client/disconnect",
            "POST /client/timecheck",
            "GET /actuator/health",
            "GET /actuator/health/readiness",
            "GET /actuator/prometheus");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/client/confirm",
        "/client/reject/",
        "/client/%63onfirm",
        "/client//confirm",
        "/client/connect/../confirm",
        "/client/confirm;/client/connect",
        "/client/connect%0d%0ax",
        "/watcher/lease",
        "/watcher%2Fupdate",
        "/actuator",
        "/actuator/env",
        "/"
      })
  void the_watchers_doors_and_unknown_ones_are_not_there(String path) throws Exception {
    assertThat(nginx.post(path)).isEqualTo(404);
    assertThat(heard).isEmpty();
  }

  @Test
  void a_body_over_64_kib_goes_no_further() throws Exception {
    assertThat(nginx.post("/client/connect", "x".repeat(65_537))).isEqualTo(413);
    assertThat(heard).isEmpty();
  }
}
