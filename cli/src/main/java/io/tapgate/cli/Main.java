package io.tapgate.cli;

import java.util.List;

/** Runs one command and ends with its exit code. */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    Surroundings surroundings = Surroundings.real();
    System.exit(run(surroundings, words));
  }

  static int run(Surroundings surroundings, String... words) {
    int code = Tree.of(surroundings, List.of(words)).execute(words);
    if (code == 0 && surroundings.out().checkError()) {
      Complaints.say(surroundings.err(), Outlet.CLOSED);
      return 1;
    }
    return code;
  }
}
