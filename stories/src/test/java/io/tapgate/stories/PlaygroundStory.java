package io.tapgate.stories;

import static io.tapgate.stories.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a stranger gets who types {@code ./tapgate up}: three processes, one page. */
@ExtendWith(ShowLogs.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaygroundStory {
  @TempDir static Path folder;
  private Launched launched;
  private Doors page;

  @BeforeAll
  void up() throws IOException {
    launched = Launched.up(folder);
    page = new Doors(launched.pagePort());
  }

  @AfterAll
  void down() {
    List<ProcessHandle> parts = launched.parts();
    assertThat(parts).hasSize(3);
    launched.close();
    eventually("nothing is left", () -> parts.stream().noneMatch(ProcessHandle::isAlive));
    eventually("no database is left", () -> launched.strays().isEmpty());
  }

  @Test
  void connect_tap_and_the_address_moves() {
    String address = press("connect", Map.of("person", "alice")).path("address").asString();
    eventually("denied", () -> list("deny").contains(address));
    JsonNode question = question(7001);

    press(
        "tap",
        Map.of("person", "alice", "message", question.path("id").asInt(), "button", "It's me"));

    eventually("moved", () -> list("permit").contains(address) && !list("deny").contains(address));
    eventually("said", () -> lastMessage(7001).path("text").asString().contains("Allowed since"));
    press("hang-up", Map.of("person", "alice"));
    eventually("gone", () -> !list("permit").contains(address));
    eventually("told", () -> lastMessage(7001).path("text").asString().contains("Session ended"));
  }

  @Test
  void not_me_says_a_russian_phone_and_the_caller_is_banned() {
    press("write", Map.of("person", "boris", "text", "/start"));
    eventually("greeted", () -> lastMessage(7002).path("text").asString().contains("Номер"));
    press("connect", Map.of("person", "boris"));
    JsonNode question = question(7002);

    press(
        "tap", Map.of("person", "boris", "message", question.path("id").asInt(), "button", "Не я"));

    eventually("banned", () -> list("ban").contains("203.0.113.80"));
    // The ban and the drop go to the router side by side; either may be the first to show.
    eventually(
        "dropped", () -> !state().path("router").path("sessions").toString().contains("boris"));
  }

  /** With a real browser, as narrow as a phone and as wide as a desk. */
  @ParameterizedTest
  @CsvSource({"360, 740", "1280, 800"})
  void a_browser_shows_it_all(int width, int height) throws IOException {
    Browser.Seen seen = Browser.visits(page.port(), "Chen", width, height);

    assertThat(seen.problems()).isEmpty();
    assertThat(seen.text("moved")).isEqualTo("permit");
    assertThat(seen.text("said")).contains("Allowed since");
    assertThat(seen.text("overflow")).as("scrolls sideways").isEqualTo("0");
  }

  private JsonNode press(String door, Map<String, ?> body) {
    Doors.Answer answer = page.post("/playground/" + door, "", body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode question(int chat) {
    eventually(
        () -> "a question in chat " + chat + ": " + state(),
        Duration.ofSeconds(20),
        () -> !lastMessage(chat).path("keyboard").isEmpty());
    return lastMessage(chat);
  }

  private JsonNode lastMessage(int chat) {
    JsonNode messages =
        stream(state().path("telegram").path("chats"))
            .filter(one -> one.path("chat").asInt() == chat)
            .findFirst()
            .map(one -> one.path("messages"))
            .orElseGet(this::state);
    return messages.isArray() ? messages.path(messages.size() - 1) : messages.path("nothing");
  }

  private List<String> list(String kind) {
    return stream(state().path("router").path("lists"))
        .filter(one -> one.path("kind").asString().equals(kind))
        .flatMap(one -> stream(one.path("entries")))
        .map(entry -> entry.path("address").asString())
        .toList();
  }

  private JsonNode state() {
    return page.get("/playground/state", "").json();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return array.values().stream();
  }
}
