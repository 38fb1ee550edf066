package io.tapgate.cli.console;

import java.io.PrintStream;

/** How far something is: a bar on a terminal, a line each time elsewhere. */
public final class Progress {
  private static final int BAR = 30;

  private final Terminal terminal;
  private final PrintStream err;
  private final long whole;

  public Progress(Terminal terminal, PrintStream err, long whole) {
    this.terminal = terminal;
    this.err = err;
    this.whole = whole;
  }

  public void at(long done) {
    String figures = Figures.of(done) + " of " + Figures.of(whole);
    if (!terminal.progress()) {
      err.println(figures);
      return;
    }
    int full = (int) (BAR * done / Math.max(1, whole));
    err.print("\r[" + "#".repeat(full) + " ".repeat(BAR - full) + "] " + figures);
    err.print(done >= whole ? "\n" : "");
    err.flush();
  }

  /** Leaves the bar where it stands, so that the next words begin on a line of their own. */
  public void broken() {
    err.print(terminal.progress() ? "\n" : "");
  }
}
