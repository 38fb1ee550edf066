package io.tapgate.cli;

import io.tapgate.cli.api.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** One line of the input, and not a byte more: what follows it is not ours. */
final class InputLine {
  private InputLine() {}

  static String of(InputStream in) {
    try {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        line.write(next);
      }
      return line.toString(StandardCharsets.UTF_8).replaceAll("\r$", "");
    } catch (IOException e) {
      throw Failure.outside("the input cannot be read: " + e.getMessage());
    }
  }
}
