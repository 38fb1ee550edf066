package io.tapgate.router;

import io.tapgate.connection.RouterId;
import io.tapgate.vault.Vault;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Locks a router's password for the database, and opens it for whoever dials that very router. */
@Component
public final class RouterPasswords {
  private final Vault vault;

  RouterPasswords(Vault vault) {
    this.vault = vault;
  }

  LockedPassword lock(RouterId router, Password password) {
    return new LockedPassword(vault.lock(purpose(router), password.value()));
  }

  /** Empty if it was locked with another key, or for another router. */
  public Optional<Password> open(RouterId router, LockedPassword locked) {
    try {
      return Optional.of(new Password(vault.open(purpose(router), locked.bytes())));
    } catch (Vault.Unopened _) {
      return Optional.empty();
    }
  }

  private static String purpose(RouterId router) {
    return "the password of router " + router.value();
  }
}
