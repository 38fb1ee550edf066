package io.tapgate.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.audit.AuditStage;
import io.tapgate.audit.jdbc.AuditDatabase;
import io.tapgate.audit.json.Shown;
import io.tapgate.doors.ParameterRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

class AuditDoorTest {
  private static final AuditDatabase DATABASE = AuditStage.DATABASE;

  private final AuditStage stage = AuditStage.with(10);
  private final AuditDoor door = new AuditDoor(DATABASE.records, stage.exporting, stage.verifying);

  @Test
  void a_list_is_read_page_by_page_from_either_end() {
    assertThat(places("-at")).containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    assertThat(places("at")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
  }

  private List<Long> places(String sort) {
    List<Long> places = new ArrayList<>();
    AuditDoor.Listed listed = door.list(Map.of("limit", "4", "sort", sort));
    collect(listed, places);
    for (@Nullable String next = listed.next(); next != null; next = listed.next()) {
      listed = door.list(Map.of("limit", "4", "sort", sort, "cursor", next));
      collect(listed, places);
    }
    return places;
  }

  @Test
  void a_page_that_is_full_and_the_last_is_known_for_the_last() {
    assertThat(door.list(Map.of("limit", "10")).next()).isNull();
    AuditDoor.Listed first = door.list(Map.of("limit", "5"));
    assertThat(first.items()).hasSize(5);
    AuditDoor.Listed second =
        door.list(Map.of("limit", "5", "cursor", String.valueOf(first.next())));
    assertThat(second.items()).hasSize(5);
    assertThat(second.next()).isNull();
  }

  private static void collect(AuditDoor.Listed listed, List<Long> places) {
    listed.items().stream().map(Shown::place).forEach(places::add);
  }

  @Test
  void a_list_shows_what_is_asked_for() {
    assertThat(door.list(Map.of("actor", "key:7", "verb", "router.", "router", "3")).items())
        .singleElement()
        .satisfies(shown -> {
          assertThat(shown.place()).isEqualTo(3);
          assertThat(shown.detail()).isEqualTo("host=192.0.2.3");
          assertThat(shown.client()).isNull();
        });
    assertThat(door.list(Map.of("actor", "key:8")).items()).isEmpty();
    assertThat(door.list(Map.of("until", "2020-01-01T00:00:00+02:00")).items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "actor, somebody",
    "actor, router",
    "actor, key:99999999999999999999",
    "verb, Router%",
    "connection, one",
    "since, yesterday",
    "until, 2026-11-27",
    "cursor, 12",
    "sort, id",
    "limit, 0",
    "limit, 501",
  })
  void what_cannot_be_asked_is_refused_by_its_name(String field, String value) {
    assertThatThrownBy(() -> door.list(Map.of(field, value)))
        .isInstanceOfSatisfying(
            ParameterRefused.class, refused -> assertThat(refused.parameter()).isEqualTo(field));
  }

  @Test
  void an_export_is_a_file_of_lines() throws IOException {
    MockHttpServletResponse csv = exported(Map.of("format", "csv"));
    assertThat(csv.getContentType()).startsWith("text/csv");
    assertThat(csv.getHeader("Content-Disposition")).contains("tapgate-audit.csv");
    assertThat(csv.getContentAsString().lines())
        .hasSize(11)
        .anyMatch(line -> line.contains("key:7"));

    MockHttpServletResponse json = exported(Map.of());
    assertThat(json.getContentAsString().lines())
        .hasSize(10)
        .allMatch(line -> line.startsWith("{\"place\":"));
    assertThatThrownBy(() -> exported(Map.of("format", "xls")))
        .hasMessageContaining("csv or jsonl");
  }

  private MockHttpServletResponse exported(Map<String, String> parameters) throws IOException {
    MockHttpServletResponse response = new MockHttpServletResponse();
    door.export(parameters, response);
    return response;
  }

  @Test
  void a_check_says_what_is_wrong_and_gives_the_head_to_remember() {
    Verified sound = door.verify(Map.of());
    assertThat(sound.sound()).isTrue();
    assertThat(door.verify(Map.of("head", String.valueOf(sound.head()))).remembered())
        .isEqualTo("contained");

    DATABASE.run("delete from audit where place = 5");
    Verified wrong = door.verify(Map.of());
    assertThat(wrong.sound()).isFalse();
    assertThat(wrong.faults())
        .containsExactly(new Verified.Wrong("missing", "Place 5: the record was removed."));
    assertThat(wrong.sentences()).contains("Place 5: the record was removed.");
    assertThatThrownBy(() -> door.verify(Map.of("head", "5"))).isInstanceOf(ParameterRefused.class);
  }
}
