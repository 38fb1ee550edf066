package io.tapgate.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a record is known by: SHA-256 over the hash before it and over the record. */
public record Hash(String hex) {
  /** Before the first record. */
  static final Hash GENESIS = new Hash("00".repeat(32));

  public Hash {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("must be 64 hex digits");
    }
  }

  /** The hash of a record that comes after this one, at this place. */
  Hash then(long place, Noted noted) {
    MessageDigest digest = sha256();
    digest.update(HexFormat.of().parseHex(hex));
    digest.update(Canonical.form(place, noted));
    return new Hash(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
