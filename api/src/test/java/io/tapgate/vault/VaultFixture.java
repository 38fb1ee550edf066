package io.tapgate.vault;

/** A vault with a key of two hex digits, repeated. */
public final class VaultFixture {
  private VaultFixture() {}

  public static Vault vault(String digits) {
    return new Vault(new VaultSettings(digits.repeat(32), "unused"));
  }
}
