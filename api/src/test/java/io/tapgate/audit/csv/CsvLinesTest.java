package io.tapgate.audit.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.audit.Actor;
import io.tapgate.audit.By;
import io.tapgate.audit.Happening;
import io.tapgate.audit.Hash;
import io.tapgate.audit.Link;
import io.tapgate.audit.Noted;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLinesTest {
  private static final String HEADER =
      "place,id,at,actor,verb,connection,client,router,ban,key,cause,tunnel,caller,reason,detail,"
          + "hash\r\n";
  private static final String HASH = "ab".repeat(32);

  private final StringWriter out = new StringWriter();
  private final CsvLines lines = new CsvLines(out);

  @Test
  void a_record_is_a_line_under_a_header() {
    lines.accept(because("moved"));
    lines.end();
    assertThat(out)
        .hasToString(
            HEADER
                + "3,31,2026-11-27T08:30:00.000000Z,key:7,router.changed,,,4,,,,,,moved,name=office,"
                + HASH
                + "\r\n");
  }

  @Test
  void with_nothing_in_it_it_is_a_table_all_the_same() {
    lines.end();
    assertThat(out).hasToString(HEADER);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "plain, plain",
        "=1+1, '=1+1",
        "+1, '+1",
        "-1, '-1",
        "@sum, '@sum",
        "'=1, ''=1",
        "a=b, a=b",
        "say \"no\", |\"say \"\"no\"\"\"|",
        "|a,b|, |\"a,b\"|",
        "||, |\"\"|",
      })
  void no_field_is_taken_for_a_formula_or_for_two(String reason, String written) {
    lines.accept(because(reason));
    assertThat(out.toString()).contains(",,," + written + ",name=office,");
  }

  @Test
  void a_field_of_two_lines_stays_one_field() {
    lines.accept(because("one\r\ntwo"));
    assertThat(out.toString()).contains(",\"one\r\ntwo\",");
  }

  private static Link because(String reason) {
    By by = new By(new Actor.Key(7), Optional.of(reason));
    Happening changed = Happening.of("router.changed", by).router(4).with("name", "office");
    return new Link(
        3, new Noted(31, Instant.parse("2026-11-27T08:30:00Z"), changed), new Hash(HASH));
  }
}
