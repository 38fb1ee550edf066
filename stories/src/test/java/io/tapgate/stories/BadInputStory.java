package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.telegram.Message;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is thrown at a door: it is the caller's fault and the answer says so, nothing has
 * changed, and the router never hears of it.
 */
@ExtendWith({ShowLogs.class, Judged.class})
class BadInputStory {
  private static final String HOSTILE = "=hostile=";
  private static final String NUL = "\0";

  private final Stage stage = Stage.shared();
  private String before = "";

  enum Door {
    CONNECT("/client/connect", Keys.HOOK),
    DISCONNECT("/client/disconnect", Keys.HOOK),
    CONFIRM("/client/confirm", Keys.WATCHER),
    REJECT("/client/reject", Keys.WATCHER),
    LEASE("/watcher/lease", Keys.WATCHER),
    UPDATE("/watcher/update", Keys.WATCHER);

    private final String path;
    private final String key;

    Door(String path, String key) {
      this.path = path;
      this.key = key;
    }

    /** A body that this door would take. */
    private Map<String, Object> good() {
      Map<String, Object> body = new LinkedHashMap<>();
      switch (this) {
        case CONNECT, DISCONNECT -> {
          body.put("name", "nobody" + HOSTILE);
          body.put("chat_id", 77);
          body.put("source_ip", "10.77.0.1");
          body.put("destination_ip", "10.8.0.1");
          body.put("caller_id", "198.51.100.77");
          body.put("session", "0x1");
          body.put("service", "l2tp");
        }
        case CONFIRM, REJECT -> {
          body.put("token", "A".repeat(24));
          body.put("chat_id", 77);
          body.put("user_id", 77);
          body.put("message_id", 1);
          body.put("language", "en");
        }
        case LEASE -> body.put("instance", "hostile");
        case UPDATE -> {
          body.put("kind", "start");
          body.put("chat_id", 77);
          body.put("message_id", 1);
          body.put("language", "en");
        }
      }
      return body;
    }

    private List<String> required() {
      return switch (this) {
        case CONNECT, DISCONNECT -> List.of("source_ip", "caller_id");
        case CONFIRM, REJECT -> List.of("token", "chat_id", "user_id");
        case LEASE -> List.of("instance");
        case UPDATE -> List.of("kind", "chat_id");
      };
    }
  }

  @BeforeEach
  void look() {
    stage.records.untilNothingIsOwed();
    before = stage.records.fingerprint();
  }

  @AfterEach
  void nothing_has_changed() {
    assertThat(stage.records.fingerprint()).isEqualTo(before);
    assertThat(stage.router.history())
        .filteredOn(change -> change instanceof Change.CommandHeard)
        .noneMatch(command -> command.toString().contains("hostile"));
    assertThat(stage.api().said().contains("a fault of ours")).as("a 500 in the log").isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void refuses_what_is_no_object(Door door) {
    Stream.of(
            "",
            " ",
            "{",
            "}",
            "{\"name\":",
            "{\"name\":\"x\",}",
            "{'name':'x'}",
            "{}}",
            "[]",
            "[{}]",
            "null",
            "true",
            "17",
            "1e400",
            "\"text\"",
            "name=x&chat_id=7",
            "<name>x</name>",
            NUL,
            "{\"name\":\"" + NUL + "\"}",
            "\uFEFF{}",
            "[".repeat(30_000),
            "{\"a\":".repeat(10_000),
            "[".repeat(500) + "]".repeat(500),
            "{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}")
        .forEach(body -> refuses(door, body, null));
  }

  @ParameterizedTest
  @EnumSource
  void refuses_text_that_is_not_utf_8(Door door) {
    String good = json(door.good());
    byte[] latin = good.replace("hostile", "h\u00f6stile").getBytes(StandardCharsets.ISO_8859_1);
    byte[] broken = good.replace("77", "\u00ff\u00fe").getBytes(StandardCharsets.ISO_8859_1);
    byte[] overlong = {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'};

    refuses(door, overlong);
    if (door != Door.LEASE) {
      refuses(door, broken);
    }
    if (good.contains("hostile")) {
      refuses(door, latin);
    }
  }

  @ParameterizedTest
  @EnumSource
  void names_the_field_that_is_missing_or_blank(Door door) {
    for (String field : door.required()) {
      refuses(door, without(door, field), field);
      refuses(door, with(door, field, null), field);
      refuses(door, with(door, field, ""), field);
      if (!field.equals("token")) { // a blank one is a token nobody has: 404
        refuses(door, with(door, field, "   "), field);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void names_the_field_that_is_of_the_wrong_kind(Door door) {
    for (String field : door.good().keySet()) {
      for (Object wrong :
          List.of(
              true,
              List.of(),
              List.of("10.77.0.1"),
              Map.of(),
              Map.of("a", 1),
              "a\0b",
              "\u0001",
              "a\nb",
              "\u0085",
              "x".repeat(513),
              "x".repeat(60_000))) {
        refuses(door, with(door, field, wrong), field);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void names_the_number_that_is_none(Door door) {
    for (String field : List.of("chat_id", "user_id", "message_id")) {
      if (door.good().containsKey(field)) {
        for (String wrong :
            List.of(
                "\"123456789012345678901234567890\"",
                "123456789012345678901234567890",
                "-99999999999999999999",
                "1.5",
                "1e3",
                "1e99999999",
                "\"0x10\"",
                "\"١٢٣\"",
                "\"７７\"",
                "\"7 7\"",
                "\"+77\"",
                "\"@somebody\"",
                "\"NaN\"")) {
          refuses(
              door, json(door.good()).replaceAll(field + "\":\\d+", field + "\":" + wrong), field);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "DISCONNECT"})
  void names_the_address_that_is_none(Door door) {
    for (String field : List.of("source_ip", "caller_id", "destination_ip")) {
      for (String wrong :
          List.of(
              "localhost",
              "router.example",
              "10.77.0.0/24",
              "10.77.0.1/32",
              "10.77.0.1-10.77.0.9",
              "10.77.1",
              "010.77.0.1",
              "10.77.0.256",
              "10.77.0.1 ",
              " 10.77.0.1",
              "10.77.0.1:80",
              "0x0a.77.0.1",
              "173867009",
              "１０.77.0.1",
              "١٠.٧٧.٠.١",
              "fe80::1%eth0",
              "fe80::1%25eth0",
              "[2001:db8::1]",
              "2001:db8::/32",
              "2001:db8::g",
              "::1::",
              "10.77.0.1=hostile=",
              "10.77.0.1\" comment=\"hostile",
              "10.77.0.1; /system reset-configuration",
              "'; drop table connection; --")) {
        refuses(door, with(door, field, wrong), field);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "DISCONNECT"})
  void names_the_word_that_a_router_could_misread(Door door) {
    for (String wrong : List.of("=hostile=", "?name=x", ".tag=7", "!done", "a b", "a;b", "a\"b")) {
      refuses(door, with(door, "service", wrong), "service");
    }
    for (String wrong : List.of("=hostile=", "?name=x", "a b", "a;b", "a\"b", "x".repeat(65))) {
      refuses(door, with(door, "session", wrong), "session");
    }
    refuses(door, with(door, "name", "n".repeat(129)), "name");
    refuses(door, with(door, "chat_id", -100123), "chat_id");
    refuses(door, with(door, "chat_id", 0), "chat_id");
  }

  @ParameterizedTest
  @EnumSource
  void refuses_bodies_over_64_kib_however_they_are_carried(Door door) {
    byte[] padded = padded(door, 64 * 1024 + 1);

    Doors.Answer measured = send(door, BodyPublishers.ofByteArray(padded));
    Doors.Answer chunked = send(door, unmeasured(padded));

    assertThat(measured.status()).isEqualTo(413);
    assertThat(chunked.status()).isEqualTo(413);
    problem(measured);
    problem(chunked);
  }

  @ParameterizedTest
  @EnumSource
  void reads_a_body_of_64_kib_to_its_end(Door door) {
    byte[] padded = padded(door, 64 * 1024);
    padded[padded.length - 1] = ' ';

    assertThat(send(door, BodyPublishers.ofByteArray(padded)).status()).isEqualTo(400);
    assertThat(send(door, unmeasured(padded)).status()).isEqualTo(400);
  }

  @Test
  void hangs_up_on_who_goes_on_and_on() {
    byte[] padded = padded(Door.CONNECT, 10_000_000);

    // Who is still talking may miss the answer: the connection is closed under the rest.
    for (BodyPublisher body : List.of(BodyPublishers.ofByteArray(padded), unmeasured(padded))) {
      assertThatCode(() -> problem(send(Door.CONNECT, body)))
          .satisfiesAnyOf(
              fine -> assertThat(fine).isNull(),
              cut -> assertThat(cut).isInstanceOf(UncheckedIOException.class));
    }
  }

  private static BodyPublisher unmeasured(byte[] body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }

  @ParameterizedTest
  @EnumSource
  void refuses_what_is_not_called_json(Door door) {
    for (String type :
        List.of(
            "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "nonsense")) {
      HttpRequest.Builder request =
          stage
              .doors
              .request(door.path, door.key)
              .setHeader("Content-Type", type)
              .POST(BodyPublishers.ofString(json(door.good())));
      Doors.Answer answer = Doors.send(request);
      assertThat(answer.status()).as(type).isEqualTo(415);
      problem(answer);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refuses_other_ways_of_knocking(Door door) {
    for (String method : List.of("GET", "PUT", "DELETE", "PATCH")) {
      HttpRequest.Builder request =
          stage
              .doors
              .request(door.path, door.key)
              .method(method, BodyPublishers.ofString(json(door.good())));
      Doors.Answer answer = Doors.send(request);
      assertThat(answer.status()).as(method).isEqualTo(405);
      problem(answer);
    }
  }

  /** What a caller accepts is nothing to somebody whose report is on record by then. */
  @Test
  void answers_in_json_whoever_accepts_none() {
    Client alice = stage.somebody();
    String hook = json(alice.hook("10.77.9.8"));
    for (String accept : List.of("text/plain", "*/*;q=0", "application/xml", "no type;;", ",")) {
      Doors.Answer answer =
          Doors.send(
              stage
                  .doors
                  .request("/client/connect", Keys.HOOK)
                  .setHeader("Accept", accept)
                  .POST(BodyPublishers.ofString(hook)));
      assertThat(answer.status()).as(accept).isEqualTo(200);
      assertThat(answer.type()).as(accept).isEqualTo("application/json");
      assertThat(answer.text("state")).as(accept).isEqualTo("asked");
    }
    alice.question();
    stage.records.untilNothingIsOwed();
    before = stage.records.fingerprint();
  }

  @ParameterizedTest
  @EnumSource
  void refuses_in_problems_whoever_accepts_none(Door door) {
    Doors.Answer answer =
        Doors.send(
            stage
                .doors
                .request(door.path, door.key)
                .setHeader("Accept", "text/plain")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(answer.status()).isEqualTo(400);
    problem(answer);
  }

  private void refuses(Door door, Map<String, Object> fields, @Nullable String field) {
    refuses(door, json(fields), field);
  }

  private void refuses(Door door, String body, @Nullable String field) {
    Doors.Answer answer = send(door, BodyPublishers.ofString(body));
    String shown = body.length() > 200 ? body.substring(0, 200) + "…" : body;
    assertThat(answer.status()).as("%s %s -> %s", door, shown, answer).isEqualTo(400);
    problem(answer);
    if (field != null) {
      assertThat(answer.text("field")).as("%s %s -> %s", door, shown, answer).isEqualTo(field);
    }
  }

  private void refuses(Door door, byte[] body) {
    Doors.Answer answer = send(door, BodyPublishers.ofByteArray(body));
    assertThat(answer.status()).as("%s %s", door, answer).isEqualTo(400);
    problem(answer);
  }

  private static void problem(Doors.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
    assertThat(answer.type()).as(answer.toString()).startsWith("application/problem+json");
    assertThat(answer.text("type")).as(answer.toString()).startsWith("urn:tapgate:problem:");
    assertThat(answer.text("title")).isNotBlank();
    assertThat(answer.text("detail")).isNotBlank();
  }

  private Doors.Answer send(Door door, BodyPublisher body) {
    return Doors.send(stage.doors.request(door.path, door.key).POST(body));
  }

  private static byte[] padded(Door door, int size) {
    Map<String, Object> fields = door.good();
    fields.put("padding", "");
    int rest = size - json(fields).length();
    fields.put("padding", "x".repeat(rest));
    return json(fields).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> without(Door door, String field) {
    Map<String, Object> fields = door.good();
    fields.remove(field);
    return fields;
  }

  private static Map<String, Object> with(Door door, String field, @Nullable Object value) {
    Map<String, Object> fields = door.good();
    fields.put(field, value);
    return fields;
  }

  private static String json(Map<String, Object> fields) {
    return JsonMapper.shared().writeValueAsString(fields);
  }

  @Test
  void a_half_of_a_character_is_no_text() {
    for (String half : List.of("\\ud83d", "\\ude00", "x\\udfffy")) {
      String body = json(Door.CONNECT.good()).replace("nobody", half);
      refuses(Door.CONNECT, body, "name");
    }
  }

  @Test
  void a_message_has_a_number_that_telegram_can_give() {
    Client alice = stage.somebody();
    alice.connects();
    Message question = alice.question();
    stage.records.untilNothingIsOwed();
    before = stage.records.fingerprint();

    for (Object number : List.of(0, -1, Long.MAX_VALUE, 1L << 31)) {
      Map<String, Object> tap = new LinkedHashMap<>(alice.tap(question));
      tap.put("message_id", number);
      refuses(Door.CONFIRM, tap, "message_id");
    }
  }

  /** A name may hold anything a router lets a name hold; it is compared and shown, never said. */
  @Test
  void a_name_with_the_routers_own_syntax_reaches_no_command() {
    Client alice = stage.somebody();
    Map<String, Object> hook = alice.hook("10.77.9.9");
    hook.put("name", "\"; /system reset-configuration; :put \"=hostile=");

    assertThat(stage.doors.post("/client/connect", Keys.HOOK, hook).status()).isEqualTo(200);

    assertThat(alice.question().text()).contains("hostile");
    stage.records.untilNothingIsOwed();
    before = stage.records.fingerprint();
  }
}
