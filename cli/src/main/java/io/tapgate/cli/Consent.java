package io.tapgate.cli;

import io.tapgate.cli.api.Failure;
import java.util.Locale;
import picocli.CommandLine.Option;

/** A yes to what cannot be undone: asked for where somebody can answer, else typed beforehand. */
final class Consent {
  @Option(names = "--yes", description = "Do it without asking.")
  boolean given;

  /** Goes on, or ends the command. */
  void to(String question, Surroundings around) {
    if (!given && !around.terminal().asks()) {
      throw Failure.typed(question + " Nobody is here to ask: add --yes.");
    }
    if (!isGivenTo(question, around)) {
      throw Failure.outside("nothing was done.");
    }
  }

  boolean isGivenTo(String question, Surroundings around) {
    if (given || !around.terminal().asks()) {
      return given;
    }
    around.err().print(question + " [y/N] ");
    around.err().flush();
    return isYes(InputLine.of(around.in()));
  }

  private static boolean isYes(String answer) {
    return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }
}
