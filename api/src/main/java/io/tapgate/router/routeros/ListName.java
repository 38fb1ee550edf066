package io.tapgate.router.routeros;

import io.tapgate.router.RouterTerms;
import java.util.regex.Pattern;

/** The name of an address list. Narrower than what a router takes, so that it is only a name. */
record ListName(String value) {
  private static final Pattern FORM = Pattern.compile(RouterTerms.LIST);

  ListName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a list name is 1 to 63 letters (A to Z), digits or any of _ . -, and starts with a"
              + " letter or a digit");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
