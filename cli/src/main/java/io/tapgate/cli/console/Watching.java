package io.tapgate.cli.console;

import java.io.PrintStream;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A view that refreshes itself: in place on a terminal, block after block elsewhere. */
public final class Watching {
  private static final String CLEAR = "\033[2J";
  private static final String TOP = "\033[H";
  private static final String REST_OF_LINE = "\033[K";
  private static final String REST_OF_SCREEN = "\033[J";

  private final Terminal terminal;
  private final PrintStream out;

  public Watching(Terminal terminal, PrintStream out) {
    this.terminal = terminal;
    this.out = out;
  }

  public void show(Pulse pulse, Supplier<String> view) {
    out.print(terminal.live() ? CLEAR : "");
    do {
      String block = view.get();
      out.print(terminal.live() ? inPlace(block) : block + "\n");
      out.flush();
    } while (!out.checkError() && pulse.beat());
  }

  /** No more lines than the screen has: it would scroll, and leave the old ones behind. */
  private String inPlace(String block) {
    long lines = block.lines().count();
    long room = terminal.rows() - 1L;
    String shown =
        block
            .lines()
            .limit(lines > room ? room - 1 : room)
            .collect(Collectors.joining(REST_OF_LINE + "\n", TOP, REST_OF_LINE + "\n"));
    String more =
        lines > room ? "… " + (lines - room + 1) + " more lines" + REST_OF_LINE + "\n" : "";
    return shown + more + REST_OF_SCREEN;
  }
}
