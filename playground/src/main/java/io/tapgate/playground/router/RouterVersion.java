package io.tapgate.playground.router;

import io.tapgate.playground.router.console.Dialect;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which RouterOS it pretends to be, such as {@code 7.22} or {@code 7.12.1}. */
public record RouterVersion(int major, int minor, String text) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(\\.\\d{1,3})?");

  public static RouterVersion parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is not a RouterOS version");
    }
    return new RouterVersion(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), text);
  }

  private boolean isAtLeast(int otherMajor, int otherMinor) {
    return major > otherMajor || (major == otherMajor && minor >= otherMinor);
  }

  private Dialect.Fetching fetching() {
    if (isAtLeast(7, 24)) {
      return Dialect.Fetching.SINCE_7_24;
    }
    return isAtLeast(7, 15) ? Dialect.Fetching.SINCE_7_15 : Dialect.Fetching.BEFORE_7_15;
  }

  Dialect dialect(boolean ipv6) {
    return new Dialect(
        text,
        isAtLeast(7, 18),
        isAtLeast(7, 0),
        isAtLeast(7, 10),
        ipv6,
        isAtLeast(7, 17),
        fetching(),
        isAtLeast(7, 19));
  }

  @Override
  public String toString() {
    return text;
  }
}
