package io.tapgate.cli.console;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command was started on.
 *
 * @param asks somebody is there to answer a question
 * @param live what is printed can be printed over
 * @param progress the same of what is printed on the side
 */
public record Terminal(
    boolean asks, boolean live, boolean progress, boolean colours, int columns, int rows) {
  private static final int NARROWEST = 40;

  /** Nobody is there, as in a pipe or from cron. */
  public static final Terminal NONE = new Terminal(false, false, false, false, 80, 24);

  /**
   * The launcher looks which of the three streams are terminals and says so in {@code
   * TAPGATE_TERMINAL}, since Java would need a library to.
   */
  public static Terminal of(Map<String, String> environment) {
    String streams = environment.getOrDefault("TAPGATE_TERMINAL", "");
    boolean out = streams.contains("out");
    boolean err = streams.contains("err");
    boolean colours =
        out && environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb(environment);
    return new Terminal(
        streams.contains("in") && err,
        out && !isDumb(environment),
        err && !isDumb(environment),
        colours,
        Math.max(NARROWEST, figure(environment.get("COLUMNS"), 80)),
        Math.max(5, figure(environment.get("LINES"), 24)));
  }

  private static boolean isDumb(Map<String, String> environment) {
    return "dumb".equals(environment.get("TERM"));
  }

  private static int figure(@Nullable String text, int otherwise) {
    return text != null && text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : otherwise;
  }
}
