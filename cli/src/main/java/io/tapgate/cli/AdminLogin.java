package io.tapgate.cli;

import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Failure;
import java.io.Console;
import picocli.CommandLine.Option;

/** An admin's own login at a router: asked for, sent along this once, and kept nowhere. */
final class AdminLogin {
  @Option(
      names = "--user",
      defaultValue = "admin",
      description = "An admin of the router: ${DEFAULT-VALUE} if nothing is said.")
  String user = "admin";

  @Option(names = "--password-stdin", description = "Read its password from the input, one line.")
  boolean piped;

  Body in(Body body, String router, Tapgate tapgate) {
    String password = piped ? InputLine.of(tapgate.surroundings().in()) : typed(router, tapgate);
    return body.with("username", user).with("password", password);
  }

  private String typed(String router, Tapgate tapgate) {
    Console console = tapgate.terminal().asks() ? System.console() : null;
    if (console == null) {
      throw Failure.typed("nobody is here to ask for the password: use --password-stdin.");
    }
    char[] password =
        console.readPassword("%s", "The password of " + user + " at " + router + " (not kept): ");
    return password == null ? "" : new String(password);
  }
}
