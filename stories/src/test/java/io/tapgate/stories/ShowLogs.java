package io.tapgate.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** When a story fails: the last lines of those that played in it. */
final class ShowLogs implements TestWatcher {
  private static final int LINES = 60;
  private static final int PARTS = 4;

  @Override
  public void testFailed(ExtensionContext story, @Nullable Throwable cause) {
    List<Part> parts = Part.all();
    System.err.println("---- " + story.getDisplayName() + " failed; the parts said last:");
    parts.subList(Math.max(0, parts.size() - PARTS), parts.size()).forEach(ShowLogs::show);
  }

  private static void show(Part part) {
    List<String> lines = part.said().lines().toList();
    System.err.println("---- " + part + (part.runs() ? "" : ", ended"));
    lines.subList(Math.max(0, lines.size() - LINES), lines.size()).forEach(System.err::println);
  }
}
