package io.tapgate.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Another name for what is there. */
final class NewName {
  @Option(names = "--name", description = "A new name.")
  @Nullable String name;
}
