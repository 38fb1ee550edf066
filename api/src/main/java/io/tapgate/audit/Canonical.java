package io.tapgate.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A record as it is hashed: no two records look alike, and one looks the same everywhere.
 * RATIONALE.md describes it for whoever checks an export with a program of their own.
 */
public final class Canonical {
  /** In the order in which they are hashed, as an export calls them. */
  public static final List<String> FIELDS =
      List.of(
          "place",
          "id",
          "at",
          "actor",
          "verb",
          "connection",
          "client",
          "router",
          "ban",
          "key",
          "cause",
          "tunnel",
          "caller",
          "reason",
          "detail");

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Canonical() {}

  /** To the microsecond, which is all that the database keeps. */
  public static String moment(Instant at) {
    return MOMENT.format(at);
  }

  public static List<Optional<String>> values(long place, Noted noted) {
    Happening what = noted.happening();
    About about = what.about();
    return List.of(
        Optional.of(Long.toString(place)),
        Optional.of(Long.toString(noted.id())),
        Optional.of(moment(noted.at())),
        Optional.of(what.by().actor().toString()),
        Optional.of(what.verb()),
        about.connection().map(String::valueOf),
        about.client().map(String::valueOf),
        about.router().map(String::valueOf),
        about.ban().map(String::valueOf),
        about.key().map(String::valueOf),
        what.cause(),
        about.tunnel(),
        about.caller(),
        what.by().reason(),
        what.detail());
  }

  /**
   * Each field as its length in bytes, a colon, its bytes and a comma; one that is absent as a
   * hyphen and a comma. So an empty text is not an absent one, and no text can pretend to be two.
   */
  static byte[] form(long place, Noted noted) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    values(place, noted).forEach(value -> append(form, value));
    return form.toByteArray();
  }

  private static void append(ByteArrayOutputStream form, Optional<String> value) {
    if (value.isPresent()) {
      byte[] bytes = value.get().getBytes(StandardCharsets.UTF_8);
      form.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      form.writeBytes(bytes);
    } else {
      form.write('-');
    }
    form.write(',');
  }
}
