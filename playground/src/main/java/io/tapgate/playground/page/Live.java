package io.tapgate.playground.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The event stream: the whole state at once, again after each change, and a beat when nothing
 * happens, by which the page knows that it still hears.
 */
final class Live {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long BEAT_MILLIS = 5000;

  /** Changes come in flocks; a state for each flock is enough, and the eye notices no delay. */
  private static final Duration FLOCK = Duration.ofMillis(25);

  private final Changes changes;
  private final Supplier<ObjectNode> state;

  Live(Changes changes, Supplier<ObjectNode> state) {
    this.changes = changes;
    this.state = state;
  }

  /** Until the visitor leaves, or the playground closes. */
  void tell(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      write(out, "retry: 1000\n\n");
      tell(out);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(OutputStream out) throws IOException, InterruptedException {
    long told = changes.after(-1, 0);
    write(out, event());
    while (true) {
      long now = changes.after(told, BEAT_MILLIS);
      if (now == told) {
        write(out, "event: beat\ndata: {}\n\n");
      } else {
        Thread.sleep(FLOCK);
        told = changes.after(-1, 0);
        write(out, event());
      }
    }
  }

  private String event() {
    return "event: state\ndata: " + JSON.writeValueAsString(state.get()) + "\n\n";
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
