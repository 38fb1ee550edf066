package io.tapgate.cli.importing;

import io.tapgate.cli.api.Api;
import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Failure;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.console.Figures;
import io.tapgate.cli.console.Plain;
import io.tapgate.cli.console.Progress;
import io.tapgate.cli.console.Terminal;
import io.tapgate.cli.importing.ClientFile.From;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Reads, previews, asks, and then sends. */
public final class Importing {
  private static final int SHOWN = 20;

  private final Api api;
  private final Terminal terminal;
  private final PrintStream out;
  private final PrintStream err;

  public Importing(Api api, Terminal terminal, PrintStream out, PrintStream err) {
    this.api = api;
    this.terminal = terminal;
    this.out = out;
    this.err = err;
  }

  /** Exit code 2 when lines were refused: the file wants a look, the others are done. */
  public int run(Path path, boolean asJson, Predicate<String> agreed) {
    return run(ClientFile.read(path), asJson, agreed);
  }

  /** The accounts of this router. A client that is asked somewhere stays so. */
  public int run(String router, boolean asJson, Predicate<String> agreed) {
    List<Json> accounts = api.get(router + "/accounts").json().items("items");
    if (accounts.isEmpty()) {
      throw Failure.outside("there is no account on this router.");
    }
    return run(ClientFile.of(accounts, From.ROUTER), asJson, agreed);
  }

  private int run(ClientFile file, boolean asJson, Predicate<String> agreed) {
    Outcome preview = new Outcome(file.refused());
    send(file, true, preview);
    show(file, preview, asJson ? err : out);
    Outcome outcome = finish(file, preview, agreed);
    if (asJson) {
      out.println(outcome.json(outcome == preview, file.from()).write());
    }
    return outcome.refused().isEmpty() ? 0 : 2;
  }

  private static void show(ClientFile file, Outcome preview, PrintStream out) {
    int lines = file.rows().size() + file.refused().size();
    out.println("Of " + Figures.of(lines, noun(file)) + ": " + preview.sentence() + ".");
    preview.refused().stream()
        .limit(SHOWN)
        .forEach(one -> out.println("  " + Plain.of(one.place(file.from()) + ": " + one.why())));
    int more = preview.refused().size() - SHOWN;
    if (more > 0) {
      out.println("  … and " + Figures.of(more) + " more");
    }
    long chatless = file.rows().stream().filter(row -> row.chat().isEmpty()).count();
    if (file.from() == From.ROUTER && chatless > 0) {
      out.println(
          "Without a chat in the comment: "
              + Figures.of(chatless)
              + ". client change NAME --chat ID gives one.");
    }
    out.flush();
  }

  private static String noun(ClientFile file) {
    return file.from() == From.ROUTER ? "account" : "client";
  }

  private Outcome finish(ClientFile file, Outcome preview, Predicate<String> agreed) {
    if (preview.toDo() == 0) {
      err.println("There is nothing to do.");
      return preview;
    }
    if (!agreed.test("Apply " + Figures.of(preview.toDo(), "change") + "?")) {
      err.println("Nothing was changed yet: --yes applies it.");
      return preview;
    }
    Outcome done = new Outcome(file.refused());
    send(file, false, done);
    err.println("Done: " + done.sentence() + ".");
    return done;
  }

  private void send(ClientFile file, boolean dryRun, Outcome outcome) {
    int whole = file.rows().size();
    Progress progress = new Progress(terminal, err, whole);
    int done = 0;
    for (List<Row> batch : Batches.of(file.rows())) {
      try {
        outcome.add(batch, api.post("/clients/import", body(batch, dryRun, file.from())).json());
      } catch (Failure failure) {
        progress.broken();
        throw dryRun ? failure : brokenOff(failure, done, file);
      }
      done += batch.size();
      if (!dryRun || terminal.progress()) {
        progress.at(done);
      }
    }
  }

  private static Failure brokenOff(Failure failure, int done, ClientFile file) {
    String noun = file.from() == From.ROUTER ? "account" : "line";
    return Failure.outside(
        failure.sentence()
            + "\n"
            + Figures.of(done)
            + " of "
            + Figures.of(file.rows().size(), noun)
            + " are in. Run it again: what is in stays as it is.");
  }

  private static Body body(List<Row> batch, boolean dryRun, From from) {
    return new Body()
        .with("dry_run", dryRun)
        .with("keep_chats", from == From.ROUTER ? true : null)
        .with("rows", batch.stream().map(Row::fields).toList());
  }
}
