package io.tapgate.cli;

import io.tapgate.cli.api.Api;
import io.tapgate.cli.api.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The audit on its way into a file. */
record Export(Api api, String path, String format) {

  void to(OutputStream out) throws IOException {
    api.stream(path, format.equals("csv") ? "text/csv" : "application/jsonl", out);
  }

  /**
   * Beside its place first: what is there stays until the new one is whole. A device has no beside.
   */
  void into(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (OutputStream device = Files.newOutputStream(file)) {
        to(device);
      }
      return;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream beside = Files.newOutputStream(part)) {
      to(beside);
    } catch (IOException | Failure broken) {
      Files.deleteIfExists(part);
      throw broken;
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
