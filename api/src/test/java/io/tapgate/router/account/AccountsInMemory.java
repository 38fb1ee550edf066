package io.tapgate.router.account;

import io.tapgate.client.AccountName;
import io.tapgate.router.Router;
import io.tapgate.router.RouterTrouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The accounts of a router without a wire. */
final class AccountsInMemory implements AccountDoors {
  final List<AccountProfile> profiles = new ArrayList<>();
  final Map<String, AccountPassword> passwords = new HashMap<>();
  private final Map<String, Account> accounts = new HashMap<>();
  private int opened;
  private int lost;
  private boolean away;
  private Runnable whileSilent = () -> {};

  Optional<Account> account(String name) {
    return Optional.ofNullable(accounts.get(name));
  }

  void has(String name, String comment) {
    accounts.put(
        name,
        new Account(name, "vpn", "any", false, new AccountComment(comment), Optional.empty()));
  }

  /** How often somebody came. */
  int opened() {
    return opened;
  }

  /** So many of the next changes are made, and nobody hears of them. */
  void losesAnswers(int times, Runnable meanwhile) {
    lost = times;
    whileSilent = meanwhile;
  }

  void isAway() {
    away = true;
  }

  @Override
  public AccountDoor openAccounts(Router router) {
    opened++;
    if (away) {
      throw new RouterTrouble.Silent("nobody is there", null);
    }
    return new Door();
  }

  private final class Door implements AccountDoor {
    @Override
    public List<Account> all() {
      return List.copyOf(accounts.values());
    }

    @Override
    public Optional<Account> find(AccountName name) {
      return account(name.value());
    }

    @Override
    public List<AccountProfile> profiles() {
      return profiles;
    }

    @Override
    public AccountOutcome add(NewAccount wanted) {
      if (accounts.containsKey(wanted.name().value())) {
        return new AccountOutcome.Taken(wanted.name(), true);
      }
      Account added =
          new Account(
              wanted.name().value(),
              wanted.profile(),
              wanted.service().toString(),
              false,
              wanted.comment(),
              Optional.empty());
      accounts.put(added.name(), added);
      passwords.put(added.name(), wanted.password());
      return told(new AccountOutcome.Done(added));
    }

    @Override
    public AccountOutcome settle(NewAccount wanted) {
      return account(wanted.name().value()).filter(wanted::isLike).isPresent()
          ? renew(wanted.name(), wanted.password())
          : add(wanted);
    }

    @Override
    public AccountOutcome renew(AccountName name, AccountPassword password) {
      passwords.put(name.value(), password);
      return changed(name, same -> same);
    }

    @Override
    public AccountOutcome enable(AccountName name) {
      return changed(name, one -> disabled(one, false));
    }

    @Override
    public AccountOutcome disable(AccountName name) {
      return changed(name, one -> disabled(one, true));
    }

    @Override
    public AccountOutcome remove(AccountName name) {
      return told(
          accounts.remove(name.value()) == null
              ? new AccountOutcome.Unknown(name)
              : new AccountOutcome.Gone());
    }

    private AccountOutcome changed(AccountName name, UnaryOperator<Account> how) {
      Account changed = accounts.computeIfPresent(name.value(), (_, one) -> how.apply(one));
      return told(
          changed == null ? new AccountOutcome.Unknown(name) : new AccountOutcome.Done(changed));
    }

    private AccountOutcome told(AccountOutcome outcome) {
      if (lost > 0) {
        lost--;
        whileSilent.run();
        throw new RouterTrouble.Silent("it did not answer", null);
      }
      return outcome;
    }

    @Override
    public void close() {}
  }

  private static Account disabled(Account one, boolean disabled) {
    return new Account(
        one.name(), one.profile(), one.service(), disabled, one.comment(), one.lastLoggedOut());
  }
}
