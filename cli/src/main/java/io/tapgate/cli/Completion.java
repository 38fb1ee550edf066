package io.tapgate.cli;

import io.tapgate.cli.api.Failure;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A script that makes the shell complete nouns, verbs and options. */
@Command(
    name = "completion",
    description = {
      "A script that completes commands in your shell. Write it down once,",
      "  /path/to/tapgate completion bash > ~/.tapgate-completion",
      "and let ~/.bashrc or ~/.zshrc read it: . ~/.tapgate-completion"
    })
final class Completion implements Runnable {
  private final Tapgate tapgate;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private String shell = "";

  Completion(Tapgate tapgate) {
    this.tapgate = tapgate;
  }

  @Override
  public void run() {
    CommandLine tree = spec.root().commandLine();
    List.of("up", "test", "settings", "help")
        .forEach(word -> tree.addSubcommand(word, CommandSpec.create()));
    String script = AutoComplete.bash("tapgate", tree);
    tapgate.print(
        switch (shell) {
          case "bash", "zsh" -> script;
          default -> throw Failure.typed("'" + shell + "' is not known: bash or zsh.");
        });
  }
}
