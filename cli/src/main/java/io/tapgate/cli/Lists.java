package io.tapgate.cli;

import io.tapgate.cli.api.Failure;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.api.Pages;
import io.tapgate.cli.api.Query;
import io.tapgate.cli.console.Colour;
import io.tapgate.cli.console.Plain;
import io.tapgate.cli.console.Table;
import io.tapgate.cli.console.Watching;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list of the api as a table, once or over and over, a page of it or all. */
final class Lists {
  private final Tapgate tapgate;

  Lists(Tapgate tapgate) {
    this.tapgate = tapgate;
  }

  /** One row for each item; when there is none, the words for that. */
  void show(Supplier<Query> query, Paging paging, Function<List<Json>, Table> table, String none) {
    paging.check();
    if (paging.watch) {
      watch(() -> page(query.get(), paging, table, none));
    } else if (paging.all) {
      Everything everything = new Everything(tapgate, table);
      Pages.each(tapgate.api(), paging.sorted(query.get()), everything::take);
      everything.end(none);
    } else {
      tapgate.print(page(query.get(), paging, table, none));
    }
  }

  private String page(Query query, Paging paging, Function<List<Json>, Table> table, String none) {
    String path = paging.asked(query).path();
    if (tapgate.json()) {
      return tapgate.api().get(path).body().strip() + "\n";
    }
    Json page = tapgate.api().get(path).json();
    String more =
        page.text("next").isEmpty() ? "" : aside("There are more: --limit 200, or --all.") + "\n";
    return text(page.items("items"), table, none) + more;
  }

  private String text(List<Json> items, Function<List<Json>, Table> table, String none) {
    return items.isEmpty() ? none + "\n" : table.apply(items).on(tapgate.terminal());
  }

  /** A view does not end because the api was away for a moment. */
  void watch(Supplier<String> view) {
    Surroundings around = tapgate.surroundings();
    tapgate.api();
    new Watching(around.terminal(), around.out()).show(around.pulse(), () -> orTrouble(view));
  }

  private String orTrouble(Supplier<String> view) {
    String time = tapgate.json() ? "" : aside(tapgate.moments().clock()) + "\n";
    try {
      return time + view.get();
    } catch (Failure failure) {
      if (failure.exitCode() == 2) {
        throw failure;
      }
      return time + again(failure);
    }
  }

  private String again(Failure failure) {
    String sentence = Plain.of(failure.sentence()) + " Trying again.";
    if (tapgate.json()) {
      tapgate.note(sentence);
      return "";
    }
    return sentence + "\n";
  }

  private String aside(String text) {
    return tapgate.terminal().colours() ? Colour.ASIDE.on(text) : text;
  }

  /** An id that was typed, as in {@code 12} or {@code '#12'}. */
  static String id(String typed, String noun) {
    String id = typed.startsWith("#") ? typed.substring(1) : typed;
    if (!id.matches("[0-9]{1,18}")) {
      throw Failure.typed(
          "'" + typed + "' is no number of a " + noun + ": see ./tapgate " + noun + " list");
    }
    return id;
  }

  static @Nullable String idOrNull(@Nullable String typed, String noun) {
    return typed == null ? null : id(typed, noun);
  }
}
