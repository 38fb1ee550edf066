package io.tapgate.cli;

import com.sun.net.httpserver.HttpServer;
import io.tapgate.cli.console.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Runs what people type most against a pretended api, so that Java can keep what it learns on the
 * way for the next start. The launcher runs this once after a build; RATIONALE.md has the figures.
 */
final class Rehearsal {
  private static final String STATUS =
      """
      {"version": "1", "database": "up", "routers": [{"name": "a", "state": "open", "why": null}],
       "live": {"asked": 1000}, "bans_in_force": 1, "at": "2026-11-26T10:00:00Z", "x": [1.5, true]}
      """;

  private static final String LIST =
      """
      {"items": [{"id": 1, "name": "alice", "state": "asked", "changed_at": "2026-11-26T10:00:00Z",
        "client": {"id": 1, "name": "alice"}, "router": {"name": "a"}}], "next": "more"}
      """;

  private Rehearsal() {}

  public static void main(String[] none) throws IOException {
    HttpServer api =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer(api, "/api/v1/status", STATUS);
    answer(api, "/api/v1/connections", LIST);
    answer(api, "/api/v1/clients", LIST);
    api.start();
    Surroundings around = around("http://127.0.0.1:" + api.getAddress().getPort());
    commands().forEach(words -> Main.run(around, words));
    System.exit(0);
  }

  private static List<String[]> commands() {
    return List.of(
        new String[] {"status"},
        new String[] {"connection", "list"},
        new String[] {"client", "list", "--json"},
        new String[] {"client", "show", "alice"},
        new String[] {"client", "ban", "bob", "--for", "2h"},
        new String[] {"ban", "--help"});
  }

  private static void answer(HttpServer api, String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    api.createContext(
        path,
        call -> {
          call.sendResponseHeaders(200, body.length);
          call.getResponseBody().write(body);
          call.close();
        });
  }

  private static Surroundings around(String url) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Surroundings(
        Map.of("TAPGATE_URL", url, "TAPGATE_API_KEY", "rehearsal"),
        InputStream.nullInputStream(),
        nowhere,
        nowhere,
        new Terminal(false, true, true, true, 80, 24),
        InstantSource.system(),
        ZoneId.systemDefault(),
        () -> false);
  }
}
