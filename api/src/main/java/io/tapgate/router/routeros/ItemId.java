package io.tapgate.router.routeros;

import java.util.regex.Pattern;

/** What the router calls one item of a menu, for now: nothing promises it across a reboot. */
public record ItemId(String value) {
  private static final Pattern FORM = Pattern.compile("\\*[0-9A-Fa-f]{1,16}");

  public ItemId {
    if (!isOne(value)) {
      throw new IllegalArgumentException("an item id is * and 1 to 16 hex digits");
    }
  }

  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
