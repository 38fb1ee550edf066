package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands behind the question mark of the admin API. */
class ParametersTest extends House {
  @LocalServerPort private int port;

  /** Else a misspelt filter would give the whole list, and nobody would notice. */
  @Test
  void no_door_takes_a_parameter_that_the_document_does_not_name() {
    List<DescribedDoor> every = DescribedDoor.all(doors);
    assertThat(every).hasSizeGreaterThan(25);
    assertThat(every)
        .allSatisfy(door -> {
          String path = door.path().replaceAll("\\{[a-z]+}", "999999") + "?nonsense=1";
          Doors.Answer answer = doors.send(door.method(), path, ADMIN, "{}", Map.of());
          refuses(answer, "nonsense", "is no parameter here; there");
        });
  }

  @Test
  void the_sentence_names_those_there_are() {
    refuses(
        doors.get("/api/v1/routers?state=open", ADMIN),
        "state",
        "state: is no parameter here; there are limit, cursor, sort, name");
    refuses(
        doors.get("/api/v1/status?days=3", ADMIN),
        "days",
        "days: is no parameter here; there is none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/clients?name=a&name=b | name | more than once",
        "/api/v1/audit?sort=id | sort | the newest first, or at, the oldest first",
        "/api/v1/audit/export?sort=at | sort | is no parameter here",
        "/api/v1/audit?limit=501 | limit | from 1 to 500",
        "/api/v1/audit?since=noon | since | a moment such as",
        "/api/v1/audit/verify?head=x | head | ",
        "/api/v1/audit/export?format=xml | format | ",
        "/api/v1/connections?limit=0 | limit | from 1 to 200",
        "/api/v1/routers?sort=host | sort | write id, -id or name, -name",
        "/api/v1/routers?cursor=x | cursor | ask without",
        "/api/v1/routers?cursor=id:x | cursor | ask without",
        "/api/v1/routers?sort=name&cursor=id:1 | cursor | ask without",
        "/api/v1/statistics?days=91 | days | from 1 to 90",
        "/api/v1/clients/first | id | write a number",
        "/api/v1/clients?account=%00 | account | has control characters",
        "/api/v1/clients?name=%0A | name | has control characters",
        "/api/v1/connections?name=a%1Bb | name | has control characters",
        "/api/v1/connections?caller=1.2.3.4%00 | caller | has control characters",
        "/api/v1/connections?caller=somebody | caller | is not an IP address",
        "/api/v1/connections?since=noon | since | a moment such as",
        "/api/v1/connections?since=-100000-01-01T00:00:00Z | since | of a year from 1 to 9999",
        "/api/v1/connections?until=%2B10000-01-01T00:00:00Z | until | of a year from 1 to 9999",
        "/api/v1/audit?since=-100000-01-01T00:00:00Z | since | of a year from 1 to 9999",
        "/api/v1/audit/export?until=%2B300000-01-01T00:00:00Z | until | of a year from 1 to 9999",
        "/api/v1/clients?sort=-seen_at&cursor=LXNlZW5fYXQgNSB4 | cursor | is none of ours",
        "/api/v1/clients?sort=-seen_at&cursor=LXNlZW5fYXQgNSAyMDI2LTEzLTAxIDAwOjAwOjAwKzAw | cursor | is none of ours",
        "/api/v1/clients?sort=-seen_at&cursor=LXNlZW5fYXQgNSAtMTAwMDAwLTAxLTAxIDAwOjAwOjAwKzAw | cursor | is none of ours",
        "/api/v1/clients?sort=-seen_at&cursor=LXNlZW5fYXQgNSAyMDI2LTAxLTAxIDAwOjAwOjAwKzE3 | cursor | is none of ours",
        "/api/v1/clients?sort=name&cursor=bmFtZSA1IGEAYg | cursor | is none of ours"
      })
  void one_that_cannot_be_what_it_says_is_named(String door, String parameter, String why) {
    refuses(doors.get(door, ADMIN), parameter, why == null ? "" : why);
  }

  @Test
  void a_list_takes_as_many_as_the_document_says_and_no_more() {
    List<DescribedDoor> lists =
        DescribedDoor.all(doors).stream()
            .filter(door -> !most(door).isEmpty() && !door.path().contains("{"))
            .toList();
    assertThat(lists).hasSizeGreaterThan(4);
    assertThat(lists)
        .allSatisfy(list -> {
          int most = Integer.parseInt(most(list));
          assertThat(doors.get(list.path() + "?limit=" + most, ADMIN).status()).isEqualTo(200);
          refuses(
              doors.get(list.path() + "?limit=" + (most + 1), ADMIN), "limit", "from 1 to " + most);
        });
  }

  private static String most(DescribedDoor door) {
    return door.description()
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("name").asString().equals("limit"))
        .map(parameter -> parameter.path("description").asString().replaceAll(".* to |\\D", ""))
        .findFirst()
        .orElse("");
  }

  @Test
  void a_text_has_an_end() {
    refuses(
        doors.get("/api/v1/clients?account=" + "x".repeat(513), ADMIN),
        "account",
        "is longer than 512 characters");
  }

  /** No client of ours spells it so, and no client of Java's can. */
  @ParameterizedTest
  @CsvSource({"?name=%zz, name", "?limit=1&name=%4, name", "?name=%ff, query", "?na%00me=x, query"})
  void what_is_not_spelled_as_a_query_is_told(String query, String parameter) throws IOException {
    try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "GET /api/v1/clients"
              + query
              + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\nAuthorization: Bearer "
              + ADMIN
              + "\r\n\r\n";
      line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("urn:tapgate:problem:wrong-parameter")
          .contains("\"" + parameter + ": cannot be read; write it in UTF-8");
    }
  }

  @Test
  void a_caller_is_found_however_it_is_spelled() {
    Map<String, String> spellings =
        Map.of("aa-bb-cc-00-77-12", "AA:BB:CC:00:77:12", "2001:DB8:0::7712", "2001:db8::7712");
    spellings.forEach((spelled, normal) -> {
      Client alice = somebody();
      Map<String, Object> hook = alice.hook("10.98.0." + alice.chat % 250);
      hook.put("caller_id", spelled);
      doors.post("/client/connect", HOOK, hook);

      Doors.Answer found = doors.get("/api/v1/connections?caller=" + spelled, ADMIN);

      assertThat(found.body().at("/items/0/caller").asString()).isEqualTo(normal);
    });
  }

  @Test
  void a_list_by_when_they_were_seen_goes_on_where_it_stopped() {
    Admin admin = new Admin(doors, ADMIN);
    admin.post("/clients", Map.of("name", "never-seen-1"));
    admin.post("/clients", Map.of("name", "never-seen-2"));
    doors.post("/client/connect", HOOK, somebody().hook("10.98.1.1"));

    for (String sort : List.of("seen_at", "-seen_at")) {
      String list = "/clients?limit=1&sort=" + sort;
      Doors.Answer first = admin.get(list);
      Doors.Answer second = admin.get(list + "&cursor=" + first.text("next"));
      assertThat(second.status()).isEqualTo(200);
      assertThat(second.body().at("/items/0/id")).isNotEqualTo(first.body().at("/items/0/id"));
    }
  }

  @Test
  void whoever_asks_for_the_head_alone_is_served_as_well() {
    assertThat(doors.send("HEAD", "/api/v1/clients?limit=1", ADMIN, "", Map.of()).status())
        .isEqualTo(200);
  }

  private static void refuses(Doors.Answer answer, String parameter, String why) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("type")).isEqualTo("urn:tapgate:problem:wrong-parameter");
    assertThat(answer.text("field")).isEqualTo(parameter);
    assertThat(answer.text("title")).startsWith(parameter + ": ").contains(why);
    assertThat(answer.text("detail")).contains("Correct this parameter");
  }
}
