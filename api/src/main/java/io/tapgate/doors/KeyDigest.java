package io.tapgate.doors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A key as we keep and compare it: hashed, so that comparing tells nothing of it by its time. */
public final class KeyDigest {
  private final byte[] sha256;

  private KeyDigest(byte[] sha256) {
    this.sha256 = sha256;
  }

  public static KeyDigest of(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return new KeyDigest(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** As it was kept. */
  public static KeyDigest of(byte[] sha256) {
    return new KeyDigest(sha256.clone());
  }

  /** As it is kept. */
  public byte[] bytes() {
    return sha256.clone();
  }

  /** In constant time. */
  boolean matches(KeyDigest other) {
    return MessageDigest.isEqual(sha256, other.sha256);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyDigest digest && matches(digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sha256);
  }

  @Override
  public String toString() {
    return "key " + HexFormat.of().formatHex(sha256, 0, 4) + "…";
  }
}
