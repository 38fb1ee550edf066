package io.tapgate.admin.why;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An instant within a sentence. */
final class When {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC on' d MMM", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private When() {}

  static String of(Instant instant) {
    return FORM.format(instant);
  }
}
