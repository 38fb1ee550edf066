package io.tapgate.playground.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message as the phone shows it now, and everything it showed before.
 *
 * @param from the id of the person, or of the bot
 * @param keyboard rows of buttons; empty when there is none
 * @param earlier what it showed before its edits, oldest first
 */
public record Message(
    long chat,
    int id,
    long from,
    boolean fromBot,
    String text,
    List<List<Button>> keyboard,
    Instant sentAt,
    @Nullable Instant editedAt,
    List<Revision> earlier) {

  public Message {
    keyboard = Keyboard.copy(keyboard);
    earlier = List.copyOf(earlier);
  }

  Message(long chat, int id, long from, boolean fromBot, String text, Instant sentAt) {
    this(chat, id, from, fromBot, text, List.of(), sentAt, null, List.of());
  }

  Message with(List<List<Button>> buttons) {
    return new Message(chat, id, from, fromBot, text, buttons, sentAt, editedAt, earlier);
  }

  boolean shows(String otherText, List<List<Button>> otherKeyboard) {
    return text.equals(otherText) && keyboard.equals(otherKeyboard);
  }

  Message edited(String newText, List<List<Button>> newKeyboard, Instant now) {
    List<Revision> history = new ArrayList<>(earlier);
    history.add(new Revision(text, keyboard, editedAt == null ? sentAt : editedAt));
    return new Message(chat, id, from, fromBot, newText, newKeyboard, sentAt, now, history);
  }

  /** All buttons, row by row. */
  public Stream<Button> buttons() {
    return keyboard.stream().flatMap(List::stream);
  }

  /** The button with this label, or else the one that carries this data. */
  public Optional<Button> button(String labelOrData) {
    return buttons()
        .filter(button -> button.label().equals(labelOrData))
        .findFirst()
        .or(() -> buttons().filter(button -> labelOrData.equals(button.data())).findFirst());
  }
}
