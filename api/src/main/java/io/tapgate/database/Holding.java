package io.tapgate.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One Tapgate holds a data folder. The system lets go of it when the process ends, however it ends.
 */
final class Holding implements AutoCloseable {
  private final FileChannel file;

  private Holding(FileChannel file) {
    this.file = file;
  }

  static Holding of(Path folder) throws IOException {
    FileChannel file =
        FileChannel.open(
            folder.resolve("postgres.held"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isOurs(file)) {
      file.close();
      throw new DatabaseRefused(
          "another Tapgate uses the database in " + folder + ".",
          "Stop that one first, or name another folder in DATA_DIR.",
          null);
    }
    return new Holding(file);
  }

  private static boolean isOurs(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
