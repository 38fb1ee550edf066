package io.tapgate.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this repository, as text. */
final class Repository {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final List<String> MODULES = List.of("api", "watcher", "playground", "stories");

  private Repository() {}

  static String text(String file) {
    return text(ROOT.resolve(file));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files under a folder whose names end so; none if there is no such folder. */
  static List<Path> files(String folder, String ending) {
    Path start = ROOT.resolve(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(start)) {
      return found.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the first group of the pattern caught, everywhere in the text. */
  static Set<String> caught(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
