package io.tapgate.cli;

import java.util.List;

/** Runs one command and ends with its exit code. */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    Surroundings surroundings = Surroundings.real();
    int code = run(surroundings, words);
    surroundings.out().flush();
    System.exit(code);
  }

  static int run(Surroundings surroundings, String... words) {
    return Tree.of(surroundings, List.of(words)).execute(words);
  }
}
