package io.tapgate.router;

import io.tapgate.doors.KeyDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a router shows when it reports. It is shown once, to whoever puts it into the router's
 * scripts; only its digest is kept. Letters, digits, - and _ go through a script unharmed.
 */
public record HookToken(String value) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static HookToken fresh() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return new HookToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  public KeyDigest digest() {
    return KeyDigest.of(value);
  }

  @Override
  public String toString() {
    return "a hook token";
  }
}
