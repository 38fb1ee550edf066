package io.tapgate.connection;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a router names one VPN session, from up to down. Two sessions never share one. They are hex
 * numbers, which a router's script and its API may spell differently: kept in lower case.
 */
public record SessionId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z*_.:-]{1,64}");

  public SessionId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a session id is 1 to 64 letters, digits or any of * _ . : -");
    }
    value = value.toLowerCase(Locale.ROOT);
  }

  /** Whether this is what a router wrote, in its own spelling. */
  public boolean isWritten(String text) {
    return value.equalsIgnoreCase(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
