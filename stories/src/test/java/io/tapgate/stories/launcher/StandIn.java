package io.tapgate.stories.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Stands where api, watcher or playground would: writes down what it was given, answers every call
 * with 200, and leaves a note when it is asked to stop. Told to fail, it says so and does.
 */
final class StandIn {
  private static final Map<String, String> PORTS =
      Map.of("api", "API_PORT", "watcher", "WATCHER_PORT", "playground", "PLAYGROUND_PORT");

  private final String part;
  private final Path notes;

  private StandIn(String part, Path notes) {
    this.part = part;
    this.notes = notes;
  }

  public static void main(String[] words) throws IOException {
    String jar = Path.of(words[words.length - 1]).getFileName().toString();
    StandIn standIn =
        new StandIn(jar.replace(".jar", ""), Path.of(System.getenv().get("STAND_IN_NOTES")));
    standIn.note("words", String.join("\n", words));
    standIn.note("environment", environment());
    standIn.failIfTold();
    standIn.serve();
  }

  private void failIfTold() throws IOException {
    Path told = notes.resolve(part + ".fails");
    if (Files.exists(told)) {
      List<String> lines = Files.readAllLines(told);
      lines.stream().skip(1).forEach(System.out::println);
      System.exit(Integer.parseInt(lines.getFirst()));
    }
  }

  private void serve() throws IOException {
    int port = Integer.parseInt(System.getenv().get(PORTS.get(part)));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/",
        call -> {
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    Runtime.getRuntime().addShutdownHook(new Thread(() -> note("stopped", "")));
    server.start();
  }

  private void note(String what, String text) {
    try {
      Files.writeString(notes.resolve(part + "." + what), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String environment() {
    return System.getenv().entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining("\0"));
  }
}
