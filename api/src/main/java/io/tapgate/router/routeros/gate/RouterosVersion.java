package io.tapgate.router.routeros.gate;

import io.tapgate.router.RouterTrouble;
import io.tapgate.router.routeros.Reply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which RouterOS it is, such as {@code 7.22.3 (stable)}. */
record RouterosVersion(String text) {
  private static final Pattern NUMBERS =
      Pattern.compile("^(\\d{1,4})\\.(\\d{1,4}).*", Pattern.DOTALL);
  private static final int TEN_THOUSAND = 10_000;

  static RouterosVersion of(Standing standing) {
    return new RouterosVersion(
        standing.only(Menu.RESOURCE).map(item -> Standing.said(item, "version")).orElse(""));
  }

  void requireAtLeast(String oldest) {
    if (!isAtLeast(oldest)) {
      throw new RouterTrouble.Refused(
          "the router runs RouterOS "
              + Reply.shown(text)
              + "; Tapgate needs RouterOS "
              + oldest
              + " or newer: upgrade it first");
    }
  }

  boolean isAtLeast(String oldest) {
    return number(text) >= number(oldest);
  }

  private static int number(String version) {
    Matcher numbers = NUMBERS.matcher(version);
    return numbers.matches()
        ? Integer.parseInt(numbers.group(1)) * TEN_THOUSAND + Integer.parseInt(numbers.group(2))
        : 0;
  }
}
