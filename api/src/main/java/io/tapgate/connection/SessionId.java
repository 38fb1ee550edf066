package io.tapgate.connection;

import java.util.regex.Pattern;

/** How a router names one VPN session, from up to down. Two sessions never share one. */
public record SessionId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z*_.:-]{1,64}");

  public SessionId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a session id is 1 to 64 letters, digits or any of * _ . : -");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
