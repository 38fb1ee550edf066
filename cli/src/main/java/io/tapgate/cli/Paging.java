package io.tapgate.cli;

import io.tapgate.cli.api.Failure;
import io.tapgate.cli.api.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a list, in which order, and how often. */
final class Paging {
  @Option(
      names = "--sort",
      paramLabel = "FIELD",
      description = "By this field; -FIELD for the other way round.")
  @Nullable String sort;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many, up to 200.")
  @Nullable Integer limit;

  @Option(names = "--all", description = "Every page, not the first alone.")
  boolean all;

  @Option(names = "--watch", description = "Refresh every two seconds, until Ctrl-C.")
  boolean watch;

  /** All is not some of it, and more than a screen holds. */
  void check() {
    if (all && limit != null) {
      throw Failure.typed("--all is every page: leave out --limit, or --all.");
    }
    if (all && watch) {
      throw Failure.typed("--watch shows one page: leave out --all, or --watch.");
    }
  }

  Query asked(Query query) {
    return sorted(query).with("limit", limit);
  }

  Query sorted(Query query) {
    return query.with("sort", sort);
  }
}
