package io.tapgate.chat;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Every word we say, in one language. English stands for any language we do not speak.
 *
 * <p>The wording itself is in {@code messages*.properties}.
 */
public final class Messages {
  /** The languages we have words in. */
  static final List<String> SPOKEN = List.of("en", "ru");

  private static final Control ENGLISH_ELSE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  /** Of the words, so that no month is named in a language that we do not speak. */
  private final Locale locale;

  private final ZoneId zone;
  private final ResourceBundle words;

  Messages(Locale locale, ZoneId zone) {
    this.zone = zone;
    this.words = ResourceBundle.getBundle("io.tapgate.chat.messages", locale, ENGLISH_ELSE);
    this.locale = words.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : words.getLocale();
  }

  /** Whether we have words in that very language. */
  static boolean speak(Locale locale) {
    String language = new Messages(locale, ZoneOffset.UTC).locale.getLanguage();
    return language.equals(locale.getLanguage());
  }

  public String text(String key, Object... arguments) {
    return new MessageFormat(words.getString(key), locale).format(arguments);
  }

  /** A length of time as people say it: the two units that matter. */
  String spoken(Duration length) {
    long hours = length.toHours();
    if (hours > 0) {
      return unit("h", hours) + rest("min", length.toMinutesPart());
    }
    long minutes = length.toMinutes();
    return minutes > 0
        ? unit("min", minutes) + rest("s", length.toSecondsPart())
        : unit("s", length.toSeconds());
  }

  String spoken(Instant instant) {
    return DateTimeFormatter.ofPattern("d MMM HH:mm z", locale).format(instant.atZone(zone));
  }

  String until(Optional<Instant> end) {
    return end.map(instant -> text("until", spoken(instant))).orElseGet(() -> text("until.lifted"));
  }

  private String rest(String unit, int count) {
    return count == 0 ? "" : " " + unit(unit, count);
  }

  private String unit(String unit, long count) {
    return text("duration." + unit, Long.toString(count));
  }
}
