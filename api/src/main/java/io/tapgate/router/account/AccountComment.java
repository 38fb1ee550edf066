package io.tapgate.router.account;

import io.tapgate.client.ChatId;
import java.util.Optional;

/**
 * What stands beside an account on its router. Its first word says whose it is; {@code chat=ID}, as
 * a word of its own, names the chat. The router's own script reads it the same way.
 */
public record AccountComment(String text) {
  /** The first word of what is ours. */
  public static final String OURS = "tapgate";

  private static final String CHAT = " chat=";
  private static final int LONGEST_WORDS = 128;

  /** One of ours; the words are the admin's. */
  static AccountComment ours(Optional<ChatId> chat, Optional<String> words) {
    return new AccountComment(
        OURS + chat.map(id -> CHAT + id).orElse("") + words.map(some -> " " + some).orElse(""));
  }

  /** Words that an admin may add. The chat has a field of its own. */
  public static String words(String text) {
    if (text.length() > LONGEST_WORDS) {
      throw new IllegalArgumentException("write at most " + LONGEST_WORDS + " characters");
    }
    if ((" " + text).contains(CHAT)) {
      throw new IllegalArgumentException("name the chat as chat_id, not in these words");
    }
    return text.strip();
  }

  public boolean isOurs() {
    return text.equals(OURS) || text.startsWith(OURS + " ");
  }

  public Optional<ChatId> chat() {
    String note = " " + text + " ";
    int at = note.indexOf(CHAT);
    if (at < 0) {
      return Optional.empty();
    }
    int from = at + CHAT.length();
    String digits = note.substring(from, note.indexOf(' ', from));
    return digits.matches("[1-9][0-9]{0,17}")
        ? Optional.of(new ChatId(Long.parseLong(digits)))
        : Optional.empty();
  }
}
