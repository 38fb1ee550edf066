package io.tapgate.client;

/** The name of a VPN account, letter for letter as the router writes it. */
public record AccountName(String value) {
  private static final int LONGEST = 128;

  public AccountName {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new IllegalArgumentException("an account name has 1 to " + LONGEST + " characters");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("an account name has no control characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
