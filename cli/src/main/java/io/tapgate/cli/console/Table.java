package io.tapgate.cli.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under titles, no wider than the screen. A column that is empty throughout is left out. */
public final class Table {
  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /** As many cells as there are columns. */
  public Table row(String... cells) {
    rows.add(Arrays.stream(cells).map(Plain::of).toList());
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Line by line, each ended. */
  public String on(Terminal terminal) {
    List<Integer> shown = shown();
    int[] widths = widths(shown, terminal.columns());
    StringBuilder text = new StringBuilder();
    String titles = line(shown, widths, columns.stream().map(Column::title).toList(), false);
    text.append(terminal.colours() ? Colour.ASIDE.on(titles) : titles).append('\n');
    for (List<String> row : rows) {
      text.append(line(shown, widths, row, terminal.colours())).append('\n');
    }
    return text.toString();
  }

  private List<Integer> shown() {
    List<Integer> shown = new ArrayList<>();
    for (int at = 0; at < columns.size(); at++) {
      int column = at;
      if (rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
        shown.add(at);
      }
    }
    return shown;
  }

  /** As wide as what stands in them; then the widest that may shrink gives way, one by one. */
  private int[] widths(List<Integer> shown, int room) {
    int[] widths = shown.stream().mapToInt(this::widest).toArray();
    int over = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - room;
    while (over > 0) {
      int widest = widestThatMayShrink(shown, widths);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      over--;
    }
    return widths;
  }

  private int widest(int column) {
    int widest = Plain.width(columns.get(column).title());
    for (List<String> row : rows) {
      widest = Math.max(widest, Plain.width(row.get(column)));
    }
    return widest;
  }

  private int widestThatMayShrink(List<Integer> shown, int[] widths) {
    int found = -1;
    for (int at = 0; at < widths.length; at++) {
      int least = columns.get(shown.get(at)).least();
      boolean mayShrink = least > 0 && widths[at] > least;
      if (mayShrink && (found < 0 || widths[at] > widths[found])) {
        found = at;
      }
    }
    return found;
  }

  private String line(List<Integer> shown, int[] widths, List<String> cells, boolean colours) {
    StringBuilder line = new StringBuilder();
    for (int at = 0; at < widths.length; at++) {
      Column column = columns.get(shown.get(at));
      String cell = column.cell(cells.get(shown.get(at)), widths[at]);
      boolean painted = colours && column.coloured();
      line.append(at == 0 ? "" : GAP).append(painted ? Colour.of(cell.strip()).on(cell) : cell);
    }
    return line.toString().stripTrailing();
  }
}
