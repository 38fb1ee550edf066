package io.tapgate.cli;

import io.tapgate.cli.api.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Also in which order. */
final class Sorting extends Paging {
  @Option(
      names = "--sort",
      paramLabel = "FIELD",
      description = "By this field; -FIELD for the other way round.")
  @Nullable String sort;

  @Override
  Query sorted(Query query) {
    return query.with("sort", sort);
  }
}
