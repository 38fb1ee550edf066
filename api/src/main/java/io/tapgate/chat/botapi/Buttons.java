package io.tapgate.chat.botapi;

import io.tapgate.chat.ChatTrouble;
import io.tapgate.chat.ChatTrouble.Refused.Ground;
import io.tapgate.chat.Letter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** A letter's buttons as one row under the message. */
final class Buttons {
  private static final int MOST_BYTES = 64;

  private Buttons() {}

  /** Empty when the letter has none: then those that are there go. */
  static Optional<InlineKeyboardMarkup> of(Letter letter, boolean coloured) {
    List<InlineKeyboardButton> buttons =
        letter.buttons().stream().map(button -> button(button, coloured)).toList();
    return buttons.isEmpty()
        ? Optional.empty()
        : Optional.of(new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(buttons))));
  }

  private static InlineKeyboardButton button(Letter.Button button, boolean coloured) {
    int bytes = button.data().getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes > MOST_BYTES) {
      throw new ChatTrouble.Refused(
          Ground.MESSAGE,
          "the button \"" + button.label() + "\" carries " + bytes + " bytes, not 1 to 64");
    }
    return InlineKeyboardButton.builder()
        .text(button.label())
        .callbackData(button.data())
        .style(coloured ? style(button.tone()) : null)
        .build();
  }

  private static String style(Letter.Tone tone) {
    return switch (tone) {
      case YES -> "success";
      case NO -> "danger";
    };
  }
}
