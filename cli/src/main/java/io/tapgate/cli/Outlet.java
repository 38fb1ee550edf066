package io.tapgate.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** A printer that says when nothing more can be written: a full disk, or a reader that has gone. */
final class Outlet extends OutputStream {
  static final String CLOSED =
      "what was to be shown could not be written: the disk is full, or nobody reads any more.";

  private final PrintStream printer;

  Outlet(PrintStream printer) {
    this.printer = printer;
  }

  @Override
  public void write(int one) throws IOException {
    printer.write(one);
    check();
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    printer.write(bytes, from, length);
    check();
  }

  @Override
  public void flush() throws IOException {
    check();
  }

  /** It flushes as well. */
  private void check() throws IOException {
    if (printer.checkError()) {
      throw new IOException(CLOSED);
    }
  }
}
