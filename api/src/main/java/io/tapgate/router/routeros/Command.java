package io.tapgate.router.routeros;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something asked of the router. The {@link Phrasebook} makes them, and nobody else. Its text names
 * the command alone, never a value: one of the values is the password.
 *
 * @param wanted which of the listed items are kept; judged as they arrive, so that of a large table
 *     only the rows that matter are ever held
 */
public record Command(List<String> words, Size size, Predicate<Item> wanted) {

  /** How much the router has to do for it: it decides how long we wait. */
  public enum Size {
    LOGIN,
    ENTRY,
    TABLE
  }

  public Command {
    words = List.copyOf(words);
    if (words.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("an empty word would end the sentence");
    }
  }

  public static Command of(String... words) {
    return new Command(List.of(words), Size.ENTRY, _ -> true);
  }

  public Command keeping(Predicate<Item> some) {
    return new Command(words, size, some);
  }

  Command loggingIn() {
    return new Command(words, Size.LOGIN, wanted);
  }

  public Command walkingTable() {
    return new Command(words, Size.TABLE, wanted);
  }

  List<String> tagged(String tag) {
    List<String> all = new ArrayList<>(words);
    all.add(".tag=" + tag);
    return all;
  }

  @Override
  public String toString() {
    return words.getFirst();
  }
}
