package io.tapgate.vault;

/** A vault with a key of the test's own. */
public final class VaultAtHand {
  private VaultAtHand() {}

  /** The same two digits, the same key. */
  public static Vault with(String twoDigits) {
    return new Vault(new VaultSettings(twoDigits.repeat(32), "unused"));
  }
}
