package io.tapgate.playground.router;

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

  /** Since 7.18 a print that finds nothing says so in a reply of its own. */
  boolean saysEmpty() {
    return major > 7 || (major == 7 && minor >= 18);
  }

  @Override
  public String toString() {
    return text;
  }
}
