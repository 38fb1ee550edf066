package io.tapgate.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/** The 32 bytes that everything else follows from: given, or made once and kept in a file. */
final class MasterKey {
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OURS_ALONE =
      PosixFilePermissions.fromString("rw-------");

  private MasterKey() {}

  static byte[] of(VaultSettings settings) {
    return settings.key().isEmpty() ? kept(settings.file()) : parsed(settings.key());
  }

  private static byte[] kept(Path file) {
    try {
      return read(file);
    } catch (NoSuchFileException _) {
      return made(file);
    } catch (IOException trouble) {
      throw new KeyRefused("cannot read " + file + ": " + trouble.getMessage(), trouble);
    }
  }

  private static byte[] read(Path file) throws IOException {
    if (!EnumSet.copyOf(OURS_ALONE).containsAll(Files.getPosixFilePermissions(file))) {
      throw new KeyRefused("others may read " + file + "; chmod 600 it", null);
    }
    String text = Files.readString(file).strip();
    if (!text.matches("[0-9A-Fa-f]{64}")) {
      throw new KeyRefused(
          file + " does not hold 64 hex digits; restore it, or set TAPGATE_KEY", null);
    }
    return parsed(text);
  }

  /** Of two starts at once, one makes it and the other reads it: it appears whole. */
  private static byte[] made(Path file) {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    try {
      Files.createDirectories(file.getParent());
      Path draft = file.resolveSibling("tapgate.key." + ProcessHandle.current().pid());
      Files.deleteIfExists(draft);
      Files.createFile(draft, PosixFilePermissions.asFileAttribute(OURS_ALONE));
      Files.writeString(
          draft, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
      return published(draft, file, key);
    } catch (IOException trouble) {
      throw new KeyRefused(
          "cannot write " + file + "; set TAPGATE_KEY, or let this user write there", trouble);
    }
  }

  private static byte[] published(Path draft, Path file, byte[] key) throws IOException {
    try {
      Files.createLink(file, draft);
      return key;
    } catch (FileAlreadyExistsException _) {
      return read(file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static byte[] parsed(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
