package io.tapgate.router.account;

import io.tapgate.client.ChatId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An account is made. Told again after a silence, it knows that the one it finds may be its own:
 * then that one gets the password, and no second one is made.
 */
final class Creation implements Function<AccountDoor, AccountOutcome> {
  private final WantedAccount wanted;
  private final Optional<ChatId> chat;
  private final AccountPassword password = AccountPassword.fresh();
  private boolean said;

  Creation(WantedAccount wanted, Optional<ChatId> chat) {
    this.wanted = wanted;
    this.chat = chat;
  }

  @Override
  public AccountOutcome apply(AccountDoor door) {
    Optional<Account> there = said ? Optional.empty() : door.find(wanted.name());
    return there
        .<AccountOutcome>map(one -> new AccountOutcome.Taken(wanted.name(), one.isOurs()))
        .orElseGet(() -> profiled(door));
  }

  private AccountOutcome profiled(AccountDoor door) {
    List<AccountProfile> profiles = door.profiles();
    return AccountProfile.meant(wanted.profile(), profiles)
        .map(profile -> made(wanted.with(profile.name(), chat, password), door))
        .orElseGet(() -> new AccountOutcome.NoProfile(wanted.profile(), profiles));
  }

  private AccountOutcome made(NewAccount account, AccountDoor door) {
    AccountOutcome outcome = said ? door.settle(account) : added(account, door);
    return outcome instanceof AccountOutcome.Done(Account there)
        ? new AccountOutcome.DoneWithPassword(there, password)
        : outcome;
  }

  private AccountOutcome added(NewAccount account, AccountDoor door) {
    said = true;
    return door.add(account);
  }
}
