package io.tapgate.cli;

import io.tapgate.cli.api.Failure;
import io.tapgate.cli.console.Plain;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What went wrong, in a sentence on the error stream, and as an exit code. */
final class Complaints {
  private Complaints() {}

  static CommandLine heardBy(CommandLine tree, Surroundings surroundings) {
    PrintStream err = surroundings.err();
    boolean colours = surroundings.terminal().colours();
    return tree.setExpandAtFiles(false)
        .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(80)
        .setUsageHelpAutoWidth(false)
        .setParameterExceptionHandler((wrong, _) -> typedWrong(wrong, err))
        .setExecutionExceptionHandler((trouble, _, _) -> wentWrong(trouble, err));
  }

  private static int typedWrong(ParameterException wrong, PrintStream err) {
    say(err, String.valueOf(wrong.getMessage()));
    UnmatchedArgumentException.printSuggestions(wrong, wrong.getCommandLine().getErr());
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    err.println("See ./" + command + " --help");
    return 2;
  }

  private static int wentWrong(Exception trouble, PrintStream err) {
    if (trouble instanceof Failure failure) {
      say(err, failure.sentence());
      return failure.exitCode();
    }
    say(err, "this is a fault of the command line itself: " + trouble);
    return 1;
  }

  static void say(PrintStream err, String sentence) {
    err.println("tapgate: " + sentence.lines().map(Plain::of).collect(Collectors.joining("\n")));
  }
}
