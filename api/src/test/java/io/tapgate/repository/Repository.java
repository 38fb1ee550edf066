package io.tapgate.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of this repository: all that .gitignore does not leave out, committed or not yet. */
final class Repository {
  private static final Path ROOT = root();
  private static final List<PathMatcher> LEFT_OUT = leftOut();
  private static final List<Path> FILES = walk();

  private Repository() {}

  /** All of them, as paths from the top. */
  static List<Path> files() {
    return FILES;
  }

  static List<Path> files(String pattern) {
    PathMatcher wanted = FileSystems.getDefault().getPathMatcher("regex:" + pattern);
    return FILES.stream().filter(wanted::matches).toList();
  }

  static boolean has(String path) {
    return Files.exists(ROOT.resolve(path));
  }

  static Path at(String path) {
    return ROOT.resolve(path);
  }

  static String text(String path) {
    return text(Path.of(path));
  }

  /** Byte for character, so that pictures and the like can be looked through as well. */
  static String text(Path path) {
    try {
      return Files.readString(ROOT.resolve(path), StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the pattern's first group holds, wherever it is found. */
  static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("you_need.env"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no folder above this one holds you_need.env");
      }
    }
    return folder;
  }

  private static List<PathMatcher> leftOut() {
    List<PathMatcher> patterns = new ArrayList<>();
    patterns.add(named(".git"));
    text(".gitignore")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> patterns.add(named(line.replaceFirst("/$", ""))));
    return patterns;
  }

  private static PathMatcher named(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  private static List<Path> walk() {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(ROOT, new Collecting(files));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files.stream().sorted().toList();
  }

  private static final class Collecting extends SimpleFileVisitor<Path> {
    private final List<Path> files;

    Collecting(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isLeftOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isLeftOut(file)) {
        files.add(ROOT.relativize(file));
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isLeftOut(Path path) {
      return LEFT_OUT.stream().anyMatch(pattern -> pattern.matches(path.getFileName()));
    }
  }
}
