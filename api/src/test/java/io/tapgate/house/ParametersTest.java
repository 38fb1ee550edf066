package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands behind the question mark of the admin API. */
class ParametersTest extends House {

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
        "/api/v1/audit?sort=id | sort | is no parameter here",
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
        "/api/v1/clients/first | id | write a number"
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
