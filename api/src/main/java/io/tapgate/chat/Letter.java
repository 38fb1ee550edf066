package io.tapgate.chat;

import java.util.List;

/**
 * Text for a person, plain (no markup), with at most one row of buttons.
 *
 * @param text 1 to 4096 characters
 */
public record Letter(String text, List<Button> buttons) {
  public Letter {
    buttons = List.copyOf(buttons);
  }

  /**
   * One button. Its text shows the label alone: the data carries a token.
   *
   * @param data what comes back when it is pressed: at most 64 bytes
   */
  public record Button(String label, String data, Tone tone) {
    @Override
    public String toString() {
      return label;
    }
  }

  /** How a button looks. */
  public enum Tone {
    YES,
    NO
  }
}
