package io.tapgate.cli;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.console.Details;
import io.tapgate.cli.console.Figures;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How Tapgate is, on one screen. */
@Command(name = "status", description = "How Tapgate is, and what waits.")
final class Status implements Runnable {
  private final Tapgate tapgate;

  @Option(names = "--watch", description = "Refresh every two seconds, until Ctrl-C.")
  private boolean watch;

  Status(Tapgate tapgate) {
    this.tapgate = tapgate;
  }

  @Override
  public void run() {
    if (watch) {
      new Lists(tapgate).watch(this::view);
    } else {
      tapgate.print(view());
    }
  }

  private String view() {
    Answer answer = tapgate.api().get("/status");
    return tapgate.text(answer, this::details);
  }

  private Details details(Json status) {
    Details details =
        new Details()
            .with("tapgate", version(status) + " at " + tapgate.api().url())
            .with("database", status.text("database"))
            .with("telegram", condition(status.get("telegram")))
            .with("watcher", condition(status.get("watcher")));
    status
        .items("routers")
        .forEach(router -> details.with("router " + router.text("name"), condition(router)));
    Json live = status.get("live");
    return details
        .with("live", counts(live))
        .with("owed", owed(status.get("owed")))
        .with("bans", Figures.of(status.number("bans_in_force")) + " in force")
        .with("today", counts(status.get("today")));
  }

  private static String version(Json status) {
    return status.text("version") + (status.flag("playground") ? ", the playground," : "");
  }

  private static String condition(Json part) {
    String why = part.text("why");
    return part.text("state") + (why.isEmpty() ? "" : ": " + why);
  }

  private static String owed(Json owed) {
    long router = owed.number("router");
    long questions = owed.number("questions");
    return router + questions == 0
        ? "nothing"
        : Figures.of(router) + " to routers, " + Figures.of(questions, "question");
  }

  private static String counts(Json counts) {
    return counts.names().stream()
        .filter(name -> counts.get(name).value() instanceof Number)
        .map(name -> Figures.of(counts.number(name)) + " " + name.replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}
