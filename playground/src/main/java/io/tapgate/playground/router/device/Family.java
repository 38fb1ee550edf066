package io.tapgate.playground.router.device;

/** The two kinds of address. Each has lists and tracked connections of its own. */
public enum Family {
  FOUR,
  SIX;

  /** Told by the colon; asks nobody. A MAC address is taken for neither. */
  public static Family of(String address) {
    return address.indexOf(':') < 0 ? FOUR : SIX;
  }
}
