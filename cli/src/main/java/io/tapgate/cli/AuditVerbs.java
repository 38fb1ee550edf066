package io.tapgate.cli;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Failure;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.api.Query;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who did what, and whether that record is whole. */
@Command(name = "audit", description = "Who did what, and whether that record is whole.")
final class AuditVerbs {
  private final Tapgate tapgate;

  AuditVerbs(Tapgate tapgate) {
    this.tapgate = tapgate;
  }

  @Command(description = "Records, the newest first. - its place is not sealed yet.")
  void list(
      @Option(names = "--actor", description = "Done by.") @Nullable String actor,
      @Option(names = "--verb", paramLabel = "PREFIX", description = "Verbs that begin so.")
          @Nullable String verb,
      @Option(names = "--connection", paramLabel = "N", description = "About this connection.")
          @Nullable String connection,
      @Option(names = "--client", description = "About this client, by name or '#id'.")
          @Nullable String client,
      @Option(names = "--router", description = "About this router, by name or '#id'.")
          @Nullable String router,
      @Mixin Between between,
      @Mixin Paging paging) {
    Query filter =
        new Query("/audit")
            .with("actor", actor)
            .with("verb", verb)
            .with("connection", Lists.idOrNull(connection, "connection"))
            .with("client", Ids.client(tapgate, client))
            .with("router", Ids.router(tapgate, router));
    new Lists(tapgate)
        .show(
            () -> between.in(filter, tapgate),
            paging,
            records -> Tables.audit(records, tapgate.moments()),
            "No record is like that.");
  }

  @Command(description = "Whether every record is there and unchanged. Exit code 1 if not.")
  int verify(
      @Option(names = "--head", paramLabel = "PLACE:HASH", description = "The end as once noted.")
          @Nullable String head) {
    Answer answer = tapgate.api().get(new Query("/audit/verify").with("head", head).path());
    tapgate.tell(answer, AuditVerbs::verdict);
    return answer.json().flag("sound") ? 0 : 1;
  }

  private static String verdict(Json found) {
    StringBuilder verdict = new StringBuilder();
    found.items("sentences").forEach(one -> verdict.append(one.text()).append(' '));
    if (verdict.isEmpty()) {
      verdict.append(found.flag("sound") ? "The audit is sound." : "The audit is not sound.");
    }
    return verdict.toString().strip();
  }

  @Command(description = "The records as a file for other programs.")
  void export(
      @Option(names = "--format", defaultValue = "csv", description = "csv or jsonl.")
          String format,
      @Option(names = "--output", paramLabel = "FILE", description = "Where to, if not here.")
          @Nullable Path output,
      @Mixin Between between) {
    Query query = between.in(new Query("/audit/export").with("format", format), tapgate);
    Export export = new Export(tapgate.api(), query.path(), format);
    try {
      if (output == null) {
        export.to(new Outlet(tapgate.surroundings().out()));
      } else {
        export.into(output);
      }
    } catch (IOException e) {
      throw Failure.outside("the export broke off: " + e.getMessage());
    }
  }
}
