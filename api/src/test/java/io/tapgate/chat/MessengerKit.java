package io.tapgate.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tapgate.chat.ChatTrouble.Refused.Ground;
import io.tapgate.client.ChatId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every post office must keep, in whatever weather. An implementation brings the weather. */
public abstract class MessengerKit {
  protected static final ChatId ANN = new ChatId(7_000_000_001L);
  private static final Duration LONGEST = Duration.ofSeconds(21);
  protected static final Letter NOTE = new Letter("The session ended.", List.of());
  protected static final Letter QUESTION =
      new Letter(
          "Is it you? <b>& *not* bold</b>",
          List.of(
              new Letter.Button("It's me", "c:abc", Letter.Tone.YES),
              new Letter.Button("Not me", "r:abc", Letter.Tone.NO)));

  /** What the other side does with whatever it is asked next. */
  protected enum Weather {
    GOOD,
    /** Everything is done, half a second late. */
    SLOW,
    /** The connection breaks before there is an answer. */
    BROKEN,
    /** Nothing comes back at all, and nothing was done. */
    HUNG,
    /** It was done, and nothing comes back. */
    DONE_WITHOUT_A_WORD,
    /** It was done, and the answer breaks off half way. */
    ANSWER_CUT,
    /** The other side fails. */
    FAILING,
    /** A gateway's page comes back instead of an answer. */
    FOREIGN_PAGE,
    /** Wait for seven seconds. */
    TOO_FAST,
    BLOCKED,
    /** The person is no more. */
    DEACTIVATED,
    UNKNOWN_CHAT,
    TOKEN_REFUSED
  }

  /** What can be asked. */
  protected enum Wish {
    SEND,
    EDIT,
    TAKE_BUTTONS,
    WHO_AM_I
  }

  protected abstract Messenger messenger();

  /** The weathers it can be put in; for the others it makes no promise here. */
  protected abstract Set<Weather> weathers();

  protected abstract void weather(Weather weather);

  /** A message that was sent before, to be changed. */
  protected abstract MessageId earlier();

  /** The chat shows just what it is asked to show next. */
  protected abstract void alreadySo();

  /** The message that is to be changed is not there, or cannot be changed any more. */
  protected abstract void gone();

  @Test
  void a_message_that_was_sent_has_an_id() {
    weather(Weather.GOOD);
    assertThat(messenger().send(ANN, NOTE).value()).isPositive();
    assertThat(messenger().send(ANN, QUESTION).value()).isPositive();
  }

  @Test
  void in_good_weather_everything_is_done() {
    weather(Weather.GOOD);
    for (Wish wish : Wish.values()) {
      wish(wish);
    }
    assertThat(messenger().whoAmI().name()).isNotBlank();
  }

  @Test
  void what_is_already_so_counts_as_done() {
    alreadySo();
    wish(Wish.EDIT);
    wish(Wish.TAKE_BUTTONS);
  }

  @ParameterizedTest
  @EnumSource(
      value = Wish.class,
      names = {"EDIT", "TAKE_BUTTONS"})
  void a_message_that_is_gone_is_refused_for_good(Wish wish) {
    gone();
    assertThat(refused(wish).ground()).isEqualTo(Ground.MESSAGE);
  }

  private ChatTrouble.Refused refused(Wish wish) {
    return assertThat(trouble(wish))
        .asInstanceOf(InstanceOfAssertFactories.type(ChatTrouble.Refused.class))
        .actual();
  }

  /** It says who can mend it: an admin is told another thing of a block than of a wrong number. */
  @ParameterizedTest
  @EnumSource(names = {"BLOCKED", "DEACTIVATED", "UNKNOWN_CHAT"})
  void a_chat_that_refuses_is_told_from_one_that_nobody_knows(Weather weather) {
    if (weathers().contains(weather)) {
      weather(weather);
      assertThat(refused(Wish.SEND).ground())
          .isEqualTo(weather == Weather.UNKNOWN_CHAT ? Ground.CHAT_UNKNOWN : Ground.CHAT_BLOCKED);
    }
  }

  /** Nobody knows whether it was done; asked again, it is, and no trouble is left. */
  @ParameterizedTest
  @EnumSource(names = {"DONE_WITHOUT_A_WORD", "ANSWER_CUT", "BROKEN"})
  void what_got_no_answer_is_asked_again_and_done(Weather weather) {
    MessageId message = earlier();
    for (Wish wish : Wish.values()) {
      weather(weather);
      assertThat(trouble(wish)).isInstanceOf(ChatTrouble.Silent.class);
      weather(Weather.GOOD);
      wish(wish, message);
    }
  }

  /** The person waits for a message, and the line for nobody. */
  @Test
  void a_slow_answer_is_waited_for() {
    weather(Weather.SLOW);
    for (Wish wish : Wish.values()) {
      wish(wish);
    }
  }

  @TestFactory
  Stream<DynamicTest> each_bad_weather_is_told_as_what_it_is() {
    return weathers().stream()
        .filter(weather -> weather != Weather.GOOD && weather != Weather.SLOW)
        .flatMap(weather -> met(weather).map(wish -> told(weather, wish)));
  }

  private DynamicTest told(Weather weather, Wish wish) {
    return DynamicTest.dynamicTest(
        weather + " while asked to " + wish,
        () -> {
          weather(weather);
          long start = System.nanoTime();
          ChatTrouble trouble = trouble(wish);
          assertThat(trouble).isInstanceOf(kind(weather));
          assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
          if (trouble instanceof ChatTrouble.SlowDown slow) {
            assertThat(slow.pause()).isEqualTo(Duration.ofSeconds(7));
          }
        });
  }

  private static Class<? extends ChatTrouble> kind(Weather weather) {
    return switch (weather) {
      case BROKEN, HUNG, DONE_WITHOUT_A_WORD, ANSWER_CUT, FAILING, FOREIGN_PAGE ->
          ChatTrouble.Silent.class;
      case TOO_FAST -> ChatTrouble.SlowDown.class;
      case BLOCKED, DEACTIVATED, UNKNOWN_CHAT -> ChatTrouble.Refused.class;
      case TOKEN_REFUSED -> ChatTrouble.TokenRefused.class;
      case GOOD, SLOW -> throw new IllegalArgumentException("no trouble in good weather");
    };
  }

  /** Who is asked in this weather meets it: a block only keeps new messages out, say. */
  private static Stream<Wish> met(Weather weather) {
    return switch (weather) {
      case BLOCKED, DEACTIVATED -> Stream.of(Wish.SEND);
      case UNKNOWN_CHAT, TOO_FAST -> Stream.of(Wish.SEND, Wish.EDIT, Wish.TAKE_BUTTONS);
      default -> Stream.of(Wish.values());
    };
  }

  @Test
  void a_button_that_carries_too_much_is_refused_before_it_is_sent() {
    weather(Weather.GOOD);
    Letter.Button fat = new Letter.Button("Yes", "é".repeat(33), Letter.Tone.YES);
    Letter letter = new Letter("?", List.of(fat));
    assertThat(catchThrowableOfType(ChatTrouble.class, () -> messenger().send(ANN, letter)))
        .isInstanceOf(ChatTrouble.Refused.class)
        .hasMessageContaining("66 bytes");
  }

  protected final ChatTrouble trouble(Wish wish) {
    return catchThrowableOfType(ChatTrouble.class, () -> wish(wish));
  }

  private void wish(Wish wish) {
    wish(wish, earlier());
  }

  private void wish(Wish wish, MessageId message) {
    switch (wish) {
      case SEND -> messenger().send(ANN, QUESTION);
      case EDIT -> messenger().edit(ANN, message, NOTE);
      case TAKE_BUTTONS -> messenger().takeButtons(ANN, message);
      case WHO_AM_I -> messenger().whoAmI();
    }
  }
}
