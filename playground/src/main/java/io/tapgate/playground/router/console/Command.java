package io.tapgate.playground.router.console;

import io.tapgate.playground.router.wire.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sentence, taken apart.
 *
 * @param path the first word, such as {@code /ppp/active/print}
 * @param arguments what came as {@code =name=value}
 * @param marks what came as {@code .name=value}; the tag is one
 * @param queries what came as {@code ?…}, in order, without the question mark
 * @param strays words of no kind a router knows
 */
public record Command(
    String path,
    Map<String, String> arguments,
    Map<String, String> marks,
    List<String> queries,
    List<String> strays) {

  public static Command of(Sentence sentence) {
    Map<String, String> arguments = new LinkedHashMap<>();
    Map<String, String> marks = new LinkedHashMap<>();
    List<String> queries = new ArrayList<>();
    List<String> strays = new ArrayList<>();
    List<String> words = sentence.words();
    for (String word : words.subList(1, words.size())) {
      switch (word.charAt(0)) {
        case '=' -> put(word.substring(1), arguments);
        case '.' -> put(word, marks);
        case '?' -> queries.add(word.substring(1));
        default -> strays.add(word);
      }
    }
    return new Command(words.getFirst(), arguments, marks, queries, strays);
  }

  private static void put(String pair, Map<String, String> into) {
    int equals = pair.indexOf('=');
    into.put(
        equals < 0 ? pair : pair.substring(0, equals),
        equals < 0 ? "" : pair.substring(equals + 1));
  }

  public Optional<String> tag() {
    return Optional.ofNullable(marks.get(".tag"));
  }

  public String argument(String name) {
    return arguments.getOrDefault(name, "");
  }
}
