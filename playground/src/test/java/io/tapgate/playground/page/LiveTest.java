package io.tapgate.playground.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class LiveTest extends PageTest {

  LiveTest() throws IOException {}

  private static JsonNode entries(JsonNode state, int list) {
    return state.path("router").path("lists").path(list).path("entries");
  }

  @Test
  void a_visitor_sees_everything_at_once_and_then_each_change() throws Exception {
    try (Visitor.Stream stream = visitor.watch()) {
      JsonNode first = stream.until(state -> true);
      assertThat(first.path("people")).hasSize(4);
      assertThat(entries(first, 0)).isEmpty();

      visitor.post("connect", Map.of("person", "alice"));
      JsonNode connected = stream.until(state -> !entries(state, 0).isEmpty());
      assertThat(entries(connected, 0).path(0).path("address").asString()).startsWith("10.8.");

      visitor.post("write", Map.of("person", "alice", "text", "hello"));
      stream.until(state ->
          state
              .path("telegram")
              .path("chats")
              .path(0)
              .path("messages")
              .path(0)
              .path("text")
              .asString("")
              .equals("hello"));

      visitor.post("hang-up", Map.of("person", "alice"));
      stream.until(state -> entries(state, 0).isEmpty());
    }
  }

  @Test
  void several_visitors_see_the_same() throws Exception {
    try (Visitor.Stream one = visitor.watch();
        Visitor.Stream other = visitor.watch()) {
      visitor.post("connect", Map.of("person", "chen"));

      one.until(state -> !entries(state, 0).isEmpty());
      other.until(state -> !entries(state, 0).isEmpty());
    }
  }

  @Test
  void the_stream_tells_when_the_api_is_up() throws Exception {
    try (Visitor.Stream stream = visitor.watch()) {
      stream.until(state -> state.path("api").asString().equals("up"));
    }
  }
}
