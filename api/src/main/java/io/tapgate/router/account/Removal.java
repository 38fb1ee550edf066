package io.tapgate.router.account;

import io.tapgate.client.AccountName;
import java.util.function.Function;

/** An account is removed. Told again after a silence, it knows that it was there. */
final class Removal implements Function<AccountDoor, AccountOutcome> {
  private final AccountName name;
  private boolean seen;

  Removal(AccountName name) {
    this.name = name;
  }

  @Override
  public AccountOutcome apply(AccountDoor door) {
    seen = seen || door.find(name).isPresent();
    AccountOutcome outcome = door.remove(name);
    return seen && outcome instanceof AccountOutcome.Unknown ? new AccountOutcome.Gone() : outcome;
  }
}
