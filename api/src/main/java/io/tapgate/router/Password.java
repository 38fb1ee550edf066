package io.tapgate.router;

/** The password of Tapgate's own user on a router. Its text shows nothing of it. */
public record Password(String value) {
  public Password {
    if (value.isBlank()) {
      throw new IllegalArgumentException(RouterTerms.PASSWORD);
    }
  }

  @Override
  public String toString() {
    return "a password";
  }
}
