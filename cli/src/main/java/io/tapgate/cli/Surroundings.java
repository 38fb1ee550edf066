package io.tapgate.cli;

import io.tapgate.cli.console.Pulse;
import io.tapgate.cli.console.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/** Everything around a command that is not the api. */
record Surroundings(
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Terminal terminal,
    InstantSource clock,
    ZoneId zone,
    Pulse pulse) {
  private static final Duration REFRESHED = Duration.ofSeconds(2);

  static Surroundings real() {
    Map<String, String> environment = System.getenv();
    return new Surroundings(
        environment,
        System.in,
        printer(FileDescriptor.out),
        printer(FileDescriptor.err),
        Terminal.of(environment),
        InstantSource.system(),
        ZoneId.systemDefault(),
        Pulse.every(REFRESHED));
  }

  /** In UTF-8, whatever the locale says: so is what the api sends. */
  private static PrintStream printer(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
