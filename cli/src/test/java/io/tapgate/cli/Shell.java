package io.tapgate.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.tapgate.cli.console.Pulse;
import io.tapgate.cli.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A person at a shell, and an api that says what it was told to. It is 14:05. */
final class Shell implements AutoCloseable {
  static final String KEY = "s3cret-key";
  private static final Instant NOW = Instant.parse("2026-11-26T14:05:00Z");

  final WireMockServer api = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final Map<String, String> environment = new HashMap<>();
  private final String url;
  private Terminal terminal = Terminal.NONE;
  private String typed = "";
  private boolean full;
  private Pulse pulse = () -> false;

  /** What came of a command. */
  record Ran(int code, String out, String err) {}

  Shell() {
    api.start();
    url = "http://127.0.0.1:" + api.port();
    environment.put("HOME", "/nowhere");
    environment.put("TAPGATE_URL", url);
    environment.put("TAPGATE_API_KEY", KEY);
  }

  String url() {
    return url;
  }

  Shell with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Somebody sits there, and will type this. */
  Shell onTerminal(String answer) {
    terminal = new Terminal(true, true, true, false, 80, 24);
    typed = answer;
    return this;
  }

  Shell piped(String input) {
    typed = input;
    return this;
  }

  /** Whatever is written is not kept. */
  Shell onFullDisk() {
    full = true;
    return this;
  }

  /** A view is refreshed so often before it ends. */
  Shell refreshed(int times) {
    int[] left = {times};
    pulse = () -> left[0]-- > 0;
    return this;
  }

  Shell answers(String how, String path, String json) {
    return answers(how, path, 200, json);
  }

  Shell answers(String how, String path, int status, String json) {
    api.stubFor(
        request(how, urlEqualTo("/api/v1" + path))
            .willReturn(aResponse().withStatus(status).withHeader("ETag", "\"7\"").withBody(json)));
    return this;
  }

  /** Whatever is asked, the api says no like this. */
  Shell refuses(int status, String title, String detail) {
    String problem =
        "{\"type\":\"urn:tapgate:problem:x\",\"title\":\"%s\",\"detail\":\"%s\",\"status\":%d}"
            .formatted(title, detail, status);
    api.stubFor(
        any(urlPathMatching("/.*"))
            .willReturn(
                aResponse().withStatus(status).withHeader("Retry-After", "5").withBody(problem)));
    return this;
  }

  Ran types(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings around =
        new Surroundings(
            environment,
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(full ? fullDisk() : out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            InstantSource.fixed(NOW),
            ZoneOffset.UTC,
            pulse);
    int code = Main.run(around, words);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static OutputStream fullDisk() {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException("No space left on device");
      }
    };
  }

  /** What the api was asked, in order: how, where, and with which body. */
  List<String> asked() {
    return api.getAllServeEvents().reversed().stream()
        .map(event -> event.getRequest())
        .map(call -> (line(call) + " " + call.getBodyAsString()).strip())
        .toList();
  }

  private static String line(LoggedRequest call) {
    return call.getMethod() + " " + call.getUrl().replaceFirst("/api/v1", "");
  }

  @Override
  public void close() {
    api.stop();
  }
}
