package io.tapgate.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tapgate.client.ChatId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every post office must keep, in whatever weather. An implementation brings the weather. */
public abstract class MessengerKit {
  protected static final ChatId ANN = new ChatId(7_000_000_001L);
  protected static final MessageId EARLIER = new MessageId(41);
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
    /** The connection breaks before there is an answer. */
    BROKEN,
    /** Nothing comes back at all. */
    HUNG,
    /** The other side fails. */
    FAILING,
    /** A gateway's page comes back instead of an answer. */
    FOREIGN_PAGE,
    /** Wait for seven seconds. */
    TOO_FAST,
    BLOCKED,
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

  protected abstract void weather(Weather weather);

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
    assertThat(trouble(wish)).isInstanceOf(ChatTrouble.Refused.class);
  }

  @ParameterizedTest
  @EnumSource(Wish.class)
  void without_a_usable_answer_nothing_is_known(Wish wish) {
    for (Weather bad : List.of(Weather.BROKEN, Weather.FAILING, Weather.FOREIGN_PAGE)) {
      weather(bad);
      assertThat(trouble(wish)).as("%s", bad).isInstanceOf(ChatTrouble.Silent.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Wish.class)
  void nobody_waits_for_ever(Wish wish) {
    weather(Weather.HUNG);
    long start = System.nanoTime();
    assertThat(trouble(wish)).isInstanceOf(ChatTrouble.Silent.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(21));
  }

  @ParameterizedTest
  @EnumSource(Wish.class)
  void too_fast_says_how_long_to_wait(Wish wish) {
    weather(Weather.TOO_FAST);
    assertThat(trouble(wish))
        .isInstanceOfSatisfying(
            ChatTrouble.SlowDown.class,
            slow -> assertThat(slow.pause()).isEqualTo(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Wish.class,
      names = {"SEND", "EDIT", "TAKE_BUTTONS"})
  void who_cannot_be_written_to_is_refused_for_good(Wish wish) {
    weather(Weather.BLOCKED);
    assertThat(trouble(wish)).isInstanceOf(ChatTrouble.Refused.class);
    weather(Weather.UNKNOWN_CHAT);
    assertThat(trouble(wish)).isInstanceOf(ChatTrouble.Refused.class);
  }

  @ParameterizedTest
  @EnumSource(Wish.class)
  void a_refused_token_is_nobodys_fault_but_the_settings(Wish wish) {
    weather(Weather.TOKEN_REFUSED);
    assertThat(trouble(wish)).isInstanceOf(ChatTrouble.TokenRefused.class);
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
    switch (wish) {
      case SEND -> messenger().send(ANN, QUESTION);
      case EDIT -> messenger().edit(ANN, EARLIER, NOTE);
      case TAKE_BUTTONS -> messenger().takeButtons(ANN, EARLIER);
      case WHO_AM_I -> messenger().whoAmI();
    }
  }
}
