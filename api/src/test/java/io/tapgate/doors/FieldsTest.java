package io.tapgate.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FieldsTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{\"f\":\"x\"}]", "\"f\"", "7", "true", "null"})
  void a_body_is_one_object(String body) {
    assertThatThrownBy(() -> Fields.of(JSON.readTree(body)))
        .isInstanceOf(FieldRefused.class)
        .hasMessage("body: write one JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"f\":null}", "{\"f\":\"\"}", "{\"g\":\"x\"}", "{\"F\":\"x\"}"})
  void nothing_there_is_nothing_there(String body) {
    Fields fields = Fields.of(JSON.readTree(body));
    assertThat(fields.read("f", text -> text)).isEmpty();
    assertThat(fields.number("f")).isEmpty();
    assertThatThrownBy(() -> fields.require("f", text -> text)).hasMessage("f: is required");
    assertThatThrownBy(() -> fields.requireNumber("f")).hasMessage("f: is required");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"alice\" | alice",
        "\"имя 𝕏\" | имя 𝕏",
        "\"null\" | null",
        "42 | 42",
        "-7 | -7",
        "\"true\" | true",
        "\"\\u0041\" | A",
        "\"\\ud835\\udd4f\" | 𝕏",
      })
  void a_text_or_a_number_is_read_as_it_is_written(String written, String text) {
    assertThat(read(written)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "[]", "{}", "[\"x\"]", "{\"f\":\"x\"}", "[null]"})
  void anything_else_is_refused_by_its_name(String written) {
    refusal(written).hasMessage("f: must be text or a number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\u0000", "a\\u0000", "\\n", "a\\tb", "\\r", "\\u001b[31m", "\\u007f", "\\u0085"})
  void control_characters_are_refused(String inside) {
    refusal('"' + inside + '"').hasMessage("f: has control characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud835", "a\\udd4f", "\\udd4f\\ud835"})
  void half_a_surrogate_pair_is_refused(String inside) {
    refusal('"' + inside + '"').hasMessage("f: has half of a surrogate pair");
  }

  @Test
  void a_text_has_at_most_512_characters() {
    assertThat(read('"' + "x".repeat(512) + '"')).map(String::length).contains(512);
    assertThat(read('"' + "𝕏".repeat(256) + '"')).map(String::length).contains(512);
    refusal('"' + "x".repeat(513) + '"').hasMessage("f: is longer than 512 characters");
    refusal('"' + "𝕏".repeat(257) + '"').hasMessage("f: is longer than 512 characters");
    refusal("9".repeat(513)).hasMessage("f: is longer than 512 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "42, 42",
    "\"42\", 42",
    "\"-100123\", -100123",
    "007, 7",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void a_whole_number_may_come_as_text(String written, long number) {
    assertThat(number(written)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e3",
        "1.0",
        "1.5",
        "0.0",
        "-1.5",
        "1e400",
        "\"1e3\"",
        "\"1.0\"",
        "\"0x10\"",
        "\" 42\"",
        "\"+42\"",
        "\"٤٢\"",
        "\"1_000\"",
        "\"1,000\"",
        "\"-\"",
        "\" \"",
        "\"NaN\"",
        "\"Infinity\"",
        "\"@alice\"",
        "99999999999999999999999",
        "\"00000000000000000000042\""
      })
  void what_is_no_whole_number_is_refused(String written) {
    numberRefusal(written).hasMessage("f: is not a whole number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "\"9999999999999999999\""})
  void a_number_that_no_row_can_hold_is_refused(String written) {
    numberRefusal(written).hasMessage("f: is too large a number");
  }

  @Test
  void a_meaning_that_is_refused_names_the_field() {
    Fields fields = Fields.of(JSON.readTree("{\"source_ip\":\"lan\"}"));
    assertThatThrownBy(() -> fields.require("source_ip", FieldsTest::refuseAll))
        .isInstanceOfSatisfying(
            FieldRefused.class, refused -> assertThat(refused.field()).isEqualTo("source_ip"))
        .hasMessage("source_ip: lan is nothing");
  }

  @Test
  void unknown_fields_are_ignored_whatever_they_are() {
    Fields fields = Fields.of(JSON.readTree("{\"x\":[{}],\"\":1,\"y\":\"\\u0000\",\"f\":1}"));
    assertThat(fields.number("f")).contains(1L);
  }

  private static String refuseAll(String text) {
    throw new IllegalArgumentException(text + " is nothing");
  }

  private static Fields with(String written) {
    return Fields.of(JSON.readTree("{\"f\":" + unpadded(written) + "}"));
  }

  /** JSON has no leading zeros; such a number comes as text. */
  private static String unpadded(String written) {
    return written.matches("0[0-9]+") ? '"' + written + '"' : written;
  }

  private static Optional<String> read(String written) {
    return with(written).read("f", text -> text);
  }

  private static Optional<Long> number(String written) {
    return with(written).number("f");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refusal(String written) {
    return assertThatThrownBy(() -> read(written)).isInstanceOf(FieldRefused.class);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> numberRefusal(String written) {
    return assertThatThrownBy(() -> number(written)).isInstanceOf(FieldRefused.class);
  }
}
