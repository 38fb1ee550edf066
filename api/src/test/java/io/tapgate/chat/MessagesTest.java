package io.tapgate.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.tapgate.connection.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final Instant MARCH = Instant.parse("2026-03-02T12:05:59Z");
  private static final Object[] FILLED = {"zero", "one", "two", "three"};
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final int LONGEST_TOAST = 200;
  private static final int LONGEST_LABEL = 16;

  private final Messages english = messages("en");
  private final Messages russian = messages("ru");

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_ru.properties"})
  void every_word_is_used_and_every_word_used_is_there(String bundle) {
    assertThat(words(bundle).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used());
  }

  @Test
  void both_languages_fill_in_the_same_things() {
    Properties other = words("messages_ru.properties");
    words("messages.properties")
        .forEach((key, text) ->
            assertThat(places((String) text))
                .as("%s", key)
                .isEqualTo(places(other.getProperty((String) key))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_ru.properties"})
  void every_apostrophe_is_written_twice(String bundle) {
    assertThat(words(bundle).values())
        .allSatisfy(text -> assertThat(((String) text).replace("''", "")).doesNotContain("'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void every_text_can_be_filled_in_and_leaves_nothing_behind(String language) {
    Messages messages = messages(language);
    for (String key : used()) {
      assertThatNoException().isThrownBy(() -> messages.text(key, FILLED));
      assertThat(messages.text(key, FILLED)).as(key).isNotBlank().doesNotContain("{", "}", "''");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void what_is_filled_in_stays_as_it_is(String language) {
    assertThat(messages(language).text("question.asking", "it's {0} ''", "5"))
        .contains("it's {0} ''");
  }

  @Test
  void the_buttons_say_what_the_design_says() {
    assertThat(english.text("button.yes")).isEqualTo("It's me");
    assertThat(english.text("button.no")).isEqualTo("Not me");
    assertThat(russian.text("button.yes")).isEqualTo("Это я");
    assertThat(russian.text("button.no")).isEqualTo("Не я");
    assertThat(english.text("notice.dropped", "", "")).contains("“It's me”");
    assertThat(russian.text("notice.dropped", "", "")).contains("«Это я»");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_toast_and_a_label_fit_where_they_are_shown(String language) {
    Messages messages = messages(language);
    assertThat(used("toast."))
        .allSatisfy(
            key -> assertThat(messages.text(key).length()).as(key).isLessThan(LONGEST_TOAST));
    assertThat(used("button."))
        .allSatisfy(key ->
            assertThat(messages.text(key).length()).as(key).isLessThanOrEqualTo(LONGEST_LABEL));
  }

  @Test
  void nothing_is_said_to_be_dropped_that_is_only_about_to_be() {
    Stream.of("toast.accepted.rejected", "notice.rejected")
        .forEach(key -> {
          assertThat(english.text(key, FILLED)).contains("is being dropped");
          assertThat(russian.text(key, FILLED)).contains("еанс разрывается");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s, 0 с",
    "PT0.9S, 0 s, 0 с",
    "PT1S, 1 s, 1 с",
    "PT59S, 59 s, 59 с",
    "PT60S, 1 min, 1 мин",
    "PT61S, 1 min 1 s, 1 мин 1 с",
    "PT59M59S, 59 min 59 s, 59 мин 59 с",
    "PT1H, 1 h, 1 ч",
    "PT1H59S, 1 h, 1 ч",
    "PT1H1M, 1 h 1 min, 1 ч 1 мин",
    "PT25H, 25 h, 25 ч",
    "PT1000H30M, 1000 h 30 min, 1000 ч 30 мин"
  })
  void a_length_of_time_is_said_in_the_two_units_that_matter(
      Duration length, String inEnglish, String inRussian) {
    assertThat(english.spoken(length)).isEqualTo(inEnglish);
    assertThat(russian.spoken(length)).isEqualTo(inRussian);
  }

  @Test
  void an_instant_is_said_with_its_day_and_zone() {
    assertThat(english.spoken(MARCH)).isEqualTo("2 Mar 12:05 UTC");
    assertThat(russian.spoken(MARCH)).isEqualTo("2 мар. 12:05 UTC");
    assertThat(new Messages(Locale.ENGLISH, ZoneId.of("Asia/Tokyo")).spoken(MARCH))
        .isEqualTo("2 Mar 21:05 JST");
  }

  @Test
  void a_ban_is_said_to_last_as_long_as_it_does() {
    assertThat(english.until(Optional.of(MARCH))).isEqualTo("blocked until 2 Mar 12:05 UTC");
    assertThat(english.until(Optional.empty())).isEqualTo("blocked until an admin lifts it");
    assertThat(russian.until(Optional.of(MARCH))).isEqualTo("заблокирована до 2 мар. 12:05 UTC");
    assertThat(russian.until(Optional.empty())).contains("пока администратор");
  }

  @Test
  void every_language_that_is_spoken_has_words() {
    assertThat(Messages.SPOKEN)
        .containsExactly("en", "ru")
        .allSatisfy(tag -> assertThat(Messages.speak(Locale.forLanguageTag(tag))).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "ru-RU", "ru-KZ", "RU"})
  void any_kind_of_russian_is_russian(String tag) {
    assertThat(messages(tag).text("button.yes")).isEqualTo("Это я");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"en-GB", "de", "ar-EG", "fa", "th-TH-u-ca-buddhist", "zh-Hans", "xx", "", "!"})
  void any_language_we_do_not_speak_is_english_to_the_last_word(String tag) {
    assertThat(messages(tag).text("button.yes")).isEqualTo("It's me");
    assertThat(messages(tag).spoken(MARCH)).isEqualTo("2 Mar 12:05 UTC");
    assertThat(messages(tag).spoken(Duration.ofMinutes(5))).isEqualTo("5 min");
  }

  private static Messages messages(String tag) {
    return new Messages(Locale.forLanguageTag(tag), ZoneId.of("UTC"));
  }

  private static Set<String> used() {
    return used("");
  }

  /** Everything the code asks for. */
  private static Set<String> used(String kind) {
    Stream<String> toasts =
        Stream.of(
            "accepted.confirmed",
            "accepted.rejected",
            "regret.confirmed",
            "unknown",
            "not_theirs",
            "received",
            "later");
    return Stream.of(
            keys("question.", Face.values(), _ -> true),
            keys("notice.", Notice.Kind.values(), one -> one != Notice.Kind.STRAY),
            keys("toast.over.", State.values(), one -> one != State.ASKED),
            toasts.map(toast -> "toast." + toast),
            Stream.of("button.yes", "button.no", "head", "until", "until.lifted", "until.over"),
            Stream.of("duration.h", "duration.min", "duration.s"))
        .flatMap(keys -> keys)
        .filter(key -> key.startsWith(kind))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static <E extends Enum<E>> Stream<String> keys(
      String kind, E[] values, Predicate<E> isSaid) {
    return Arrays.stream(values)
        .filter(isSaid)
        .map(value -> kind + value.name().toLowerCase(Locale.ROOT));
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).sorted().distinct().toList();
  }

  private static Properties words(String bundle) {
    Properties words = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(bundle)) {
      assertThat(in).as(bundle).isNotNull();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
