package io.tapgate.cli;

import io.tapgate.cli.api.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From when, until when. */
final class Between {
  @Option(names = "--since", paramLabel = "TIME", description = "2h (ago), 2026-11-26, …T14:05")
  @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "The same.")
  @Nullable String until;

  Query in(Query query, Tapgate tapgate) {
    return query.with("since", moment(since, tapgate)).with("until", moment(until, tapgate));
  }

  private static @Nullable Instant moment(@Nullable String typed, Tapgate tapgate) {
    return Typed.moment(typed, tapgate.moments().now(), tapgate.moments().zone());
  }
}
