package io.tapgate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** What is hashed, and what the hash says. */
class CanonicalTest {
  private static final Instant AT = Instant.parse("2026-11-27T08:30:00.5Z");
  private static final Happening ADDED =
      Happening.of("router.added", new By(new Actor.Key(7), Optional.of("new office")))
          .about(about())
          .with("name", "Büro");
  private static final Noted NOTED = new Noted(31, AT, ADDED);
  private static final String FORM =
      "1:3,2:31,27:2026-11-27T08:30:00.500000Z,5:key:7,12:router.added,"
          + "-,-,1:4,-,-,-,-,10:198.18.0.1,10:new office,10:name=Büro,";

  private static About about() {
    return About.nothing().router(4).caller("198.18.0.1");
  }

  @Test
  void each_field_is_its_length_and_its_bytes_and_what_is_absent_is_a_hyphen() {
    assertThat(form(NOTED)).isEqualTo(FORM);
  }

  @Test
  void it_is_the_same_in_every_time_zone_and_language() {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
      assertThat(form(NOTED)).isEqualTo(FORM);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void a_moment_is_told_to_the_microsecond() {
    assertThat(Canonical.moment(Instant.parse("2026-01-01T00:00:00.000001Z")))
        .isEqualTo("2026-01-01T00:00:00.000001Z");
  }

  @Test
  void nothing_can_pretend_to_be_two_fields() {
    About one = About.nothing().tunnel("1,1:2").caller("3");
    About other = About.nothing().tunnel("1").caller("2,1:3");
    assertThat(form(noted(one))).isNotEqualTo(form(noted(other)));
  }

  @Test
  void empty_is_not_absent_and_a_hyphen_is_a_text() {
    assertThat(form(noted(About.nothing().caller(""))))
        .isNotEqualTo(form(noted(About.nothing())))
        .isNotEqualTo(form(noted(About.nothing().caller("-"))));
  }

  @Test
  void the_hash_is_over_the_one_before_and_the_record_with_its_place() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(new byte[32]);
    digest.update(FORM.getBytes(StandardCharsets.UTF_8));
    assertThat(Hash.GENESIS.then(3, NOTED).hex())
        .isEqualTo(HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void another_place_or_another_hash_before_it_is_another_hash() {
    Hash first = Hash.GENESIS.then(1, NOTED);
    assertThat(Hash.GENESIS.then(2, NOTED)).isNotEqualTo(first);
    assertThat(first.then(1, NOTED)).isNotEqualTo(first);
  }

  @Test
  void an_anchor_holds_the_record_that_was_hung_on_it_and_no_other() {
    Link link = Anchor.GENESIS.next(NOTED);
    assertThat(Anchor.GENESIS.holds(link)).isTrue();
    assertThat(Anchor.GENESIS.holds(new Link(2, NOTED, link.hash()))).isFalse();
    assertThat(Anchor.of(link).holds(link)).isFalse();
    assertThat(Anchor.read(Anchor.of(link).toString())).isEqualTo(Anchor.of(link));
  }

  @Test
  void a_cursor_is_read_as_it_was_written() {
    Cursor cursor = new Cursor(Instant.parse("2026-11-27T08:30:00.123456Z"), 31);
    assertThat(Cursor.read(cursor.toString())).isEqualTo(cursor);
    assertThatThrownBy(() -> Cursor.read("31")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Noted noted(About about) {
    return new Noted(1, AT, Happening.of("router.added", By.tapgate()).about(about));
  }

  private static String form(Noted noted) {
    return new String(Canonical.form(3, noted), StandardCharsets.UTF_8);
  }
}
