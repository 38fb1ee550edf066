package io.tapgate.cli;

import io.tapgate.cli.api.Failure;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.console.Table;
import java.util.List;
import java.util.function.Function;

/** All of a list, however long: each page is shown as it comes, and none is kept. */
final class Everything {
  private final Tapgate tapgate;
  private final Function<List<Json>, Table> table;
  private String titles = "";
  private boolean begun;

  Everything(Tapgate tapgate, Function<List<Json>, Table> table) {
    this.tapgate = tapgate;
    this.table = table;
  }

  void take(List<Json> page) {
    if (!page.isEmpty()) {
      tapgate.print(tapgate.json() ? items(page) : rows(page));
      begun = true;
      if (tapgate.surroundings().out().checkError()) {
        throw Failure.outside(Outlet.CLOSED);
      }
    }
  }

  /** The words are for where there was nothing. */
  void end(String none) {
    if (tapgate.json()) {
      tapgate.print(begun ? "]\n" : "[]\n");
    } else if (!begun) {
      tapgate.print(none + "\n");
    }
  }

  /** Every page is as wide as it needs; where that moves a column, the titles stand there again. */
  private String rows(List<Json> page) {
    String text = table.apply(page).on(tapgate.terminal());
    int end = text.indexOf('\n') + 1;
    String before = titles;
    titles = text.substring(0, end);
    return titles.equals(before) ? text.substring(end) : text;
  }

  private String items(List<Json> page) {
    String array = new Json(page).write();
    return (begun ? "," : "[") + array.substring(1, array.length() - 1);
  }
}
