package io.tapgate.cli;

import io.tapgate.cli.api.Failure;
import java.io.Console;
import picocli.CommandLine.Option;

/** A router's password. Words of a process can be read by all on the machine: it is never one. */
final class Password {
  @Option(names = "--password", description = "Ask for it: add does, change only then.")
  boolean asked;

  @Option(names = "--password-stdin", description = "Read it from the input, one line.")
  boolean piped;

  boolean wanted() {
    return asked || piped;
  }

  String read(Tapgate tapgate) {
    String password = piped ? InputLine.of(tapgate.surroundings().in()) : typed(tapgate);
    if (password.isEmpty()) {
      throw Failure.typed("the password is empty.");
    }
    return password;
  }

  private static String typed(Tapgate tapgate) {
    Console console = tapgate.terminal().asks() ? System.console() : null;
    if (console == null) {
      throw Failure.typed("nobody is here to ask for the password: use --password-stdin.");
    }
    char[] password = console.readPassword("The router's password: ");
    return password == null ? "" : new String(password);
  }
}
