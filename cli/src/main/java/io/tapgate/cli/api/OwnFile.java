package io.tapgate.cli.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A person's own address and key: {@code url=} and {@code key=} in a file nobody else may read. */
public final class OwnFile {
  private static final Set<PosixFilePermission> MINE =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private OwnFile() {}

  /** Nobody at home has none. */
  public static Optional<Access> of(Map<String, String> environment) {
    String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
    String home = environment.getOrDefault("HOME", "");
    if (xdg.startsWith("/")) {
      return read(Path.of(xdg, "tapgate", "config"));
    }
    return home.startsWith("/")
        ? read(Path.of(home, ".config", "tapgate", "config"))
        : Optional.empty();
  }

  static Optional<Access> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      refuseIfOthersMayRead(file);
      Map<String, String> words = words(file, Files.readAllLines(file));
      return Optional.of(
          new Access(
              words.getOrDefault("url", ""), words.getOrDefault("key", ""), file.toString()));
    } catch (IOException e) {
      throw Failure.typed(file + " cannot be read: it must be a plain file in UTF-8, and yours.");
    }
  }

  private static void refuseIfOthersMayRead(Path file) throws IOException {
    if (!MINE.containsAll(Files.getPosixFilePermissions(file))) {
      throw Failure.typed(file + " holds a key and others may open it. Type: chmod 600 " + file);
    }
  }

  private static Map<String, String> words(Path file, List<String> lines) {
    Map<String, String> words = new HashMap<>();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("=", 2);
      String name = parts[0].strip();
      if (parts.length < 2 || !Set.of("url", "key").contains(name)) {
        throw Failure.typed(file + ", line " + (at + 1) + ": write url=… or key=…");
      }
      words.put(name, parts[1].strip());
    }
    return words;
  }
}
