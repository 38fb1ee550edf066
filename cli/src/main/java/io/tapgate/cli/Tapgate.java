package io.tapgate.cli;

import io.tapgate.cli.api.Access;
import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Api;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.api.OwnFile;
import io.tapgate.cli.console.Details;
import io.tapgate.cli.console.Moments;
import io.tapgate.cli.console.Plain;
import io.tapgate.cli.console.Table;
import io.tapgate.cli.console.Terminal;
import io.tapgate.cli.console.Wrapped;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What each command stands on: the api, and the paper to write on. */
@Command(
    name = "tapgate",
    synopsisSubcommandLabel = "COMMAND",
    description = "Speaks to Tapgate's admin API.",
    footer = {
      "",
      "Clients, routers and keys go by name or by '#id' (quoted: # begins a comment).",
      "Spans are written 90s, 5m, 2h, 30d.",
      "",
      "Exit codes: 0 done, 1 something outside is wrong, 2 what was typed is."
    })
final class Tapgate {
  private final Surroundings surroundings;
  private @Nullable Api api;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the API's own JSON.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this.")
  boolean help;

  Tapgate(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Looked for when it is first wanted: help must not need a key. */
  Api api() {
    Api found = api;
    if (found == null) {
      Map<String, String> environment = surroundings.environment();
      found = new Api(Access.find(environment, () -> OwnFile.of(environment)));
      api = found;
    }
    return found;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Terminal terminal() {
    return surroundings.terminal();
  }

  Moments moments() {
    return new Moments(surroundings.clock().instant(), surroundings.zone());
  }

  boolean json() {
    return json;
  }

  /** A sentence for people; for machines, what the api answered. */
  void tell(Answer answer, Function<Json, String> sentence) {
    if (json) {
      printJson(answer);
    } else {
      say(sentence.apply(answer.json()));
    }
  }

  void details(Answer answer, Function<Json, Details> details) {
    print(text(answer, details));
  }

  /** The same as text, for a view that refreshes itself. */
  String text(Answer answer, Function<Json, Details> details) {
    return json ? answer.body() + "\n" : details.apply(answer.json()).on(terminal());
  }

  void say(String sentence) {
    print(Wrapped.text(Plain.of(sentence), terminal().columns(), 0) + "\n");
  }

  void print(String text) {
    surroundings.out().print(text);
    surroundings.out().flush();
  }

  void print(Table table) {
    print(table.on(terminal()));
  }

  void note(String text) {
    surroundings.err().println(text);
  }

  private void printJson(Answer answer) {
    if (!answer.body().isBlank()) {
      print(answer.body().strip() + "\n");
    }
  }
}
