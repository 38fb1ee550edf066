package io.tapgate.router;

import io.tapgate.vault.VaultFixture;

/** Passwords under a key that was made up. */
public final class RouterPasswordsFixture {
  private RouterPasswordsFixture() {}

  public static RouterPasswords passwords() {
    return new RouterPasswords(VaultFixture.vault("ab"));
  }
}
