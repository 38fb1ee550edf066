package io.tapgate.router.routeros;

import io.tapgate.client.AccountName;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.account.Account;
import io.tapgate.router.account.AccountDoor;
import io.tapgate.router.account.AccountOutcome;
import io.tapgate.router.account.AccountPassword;
import io.tapgate.router.account.AccountProfile;
import io.tapgate.router.account.NewAccount;
import io.tapgate.router.routeros.Secrets.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A conversation about the accounts of a router that runs RouterOS. */
final class RouterosAccounts implements AccountDoor {
  private final Conversation conversation;
  private final Secrets secrets;
  private final ActiveSessions sessions;

  RouterosAccounts(Conversation conversation) {
    this.conversation = conversation;
    this.secrets = new Secrets(conversation);
    this.sessions = new ActiveSessions(conversation);
  }

  @Override
  public List<Account> all() {
    return secrets.all();
  }

  @Override
  public Optional<Account> find(AccountName name) {
    return secrets.of(name).stream().map(Secret::account).findFirst();
  }

  @Override
  public List<AccountProfile> profiles() {
    Command print = AccountPhrases.profiles();
    return conversation.ask(print).items(print).stream()
        .map(item -> new AccountProfile(item.get("name"), isGated(item)))
        .toList();
  }

  private static boolean isGated(Item profile) {
    return profile.find("interface-list").filter(Phrasebook.GATED::equals).isPresent();
  }

  @Override
  public AccountOutcome add(NewAccount account) {
    return secrets.add(account) ? readBack(account) : taken(account);
  }

  @Override
  public AccountOutcome settle(NewAccount account) {
    List<Secret> there = secrets.of(account.name());
    if (there.isEmpty()) {
      return add(account);
    }
    if (there.size() > 1 || !account.isLike(there.getFirst().account())) {
      return taken(account);
    }
    List<Secret> _ = secrets.renew(account.name(), there, account.password());
    return readBack(account);
  }

  private AccountOutcome readBack(NewAccount account) {
    return secrets.of(account.name()).stream()
        .map(Secret::account)
        .filter(account::isLike)
        .findFirst()
        .map(AccountOutcome.Done::new)
        .orElseThrow(() ->
            new RouterTrouble.Refused(
                "the router took the account "
                    + Reply.shown(account.name().value())
                    + " and does not list it as it was told; look at it there"));
  }

  private AccountOutcome taken(NewAccount account) {
    return new AccountOutcome.Taken(
        account.name(), find(account.name()).filter(Account::isOurs).isPresent());
  }

  @Override
  public AccountOutcome renew(AccountName name, AccountPassword password) {
    return ours(name, seen -> done(name, secrets.renew(name, seen, password)));
  }

  @Override
  public AccountOutcome enable(AccountName name) {
    return ours(name, seen -> done(name, secrets.disable(name, seen, false)));
  }

  /** First nobody can come in any more, then whoever is in goes. */
  @Override
  public AccountOutcome disable(AccountName name) {
    return ours(
        name,
        seen -> {
          List<Secret> disabled = secrets.disable(name, seen, true);
          sessions.dropOf(name);
          return done(name, disabled);
        });
  }

  /** Disabled before it is removed: cut on the way, it is still there to be removed again. */
  @Override
  public AccountOutcome remove(AccountName name) {
    return ours(
        name,
        seen -> {
          List<Secret> disabled = secrets.disable(name, seen, true);
          sessions.dropOf(name);
          List<Secret> _ = secrets.remove(name, disabled);
          return new AccountOutcome.Gone();
        });
  }

  private AccountOutcome ours(AccountName name, Function<List<Secret>, AccountOutcome> order) {
    List<Secret> seen = secrets.of(name);
    if (seen.isEmpty()) {
      return new AccountOutcome.Unknown(name);
    }
    return seen.stream().allMatch(Secret::isOurs)
        ? order.apply(seen)
        : new AccountOutcome.NotOurs(name);
  }

  /** The admin may have removed it in this very moment. */
  private static AccountOutcome done(AccountName name, List<Secret> now) {
    return now.stream()
        .map(Secret::account)
        .findFirst()
        .<AccountOutcome>map(AccountOutcome.Done::new)
        .orElseGet(() -> new AccountOutcome.Unknown(name));
  }

  @Override
  public void close() {
    conversation.close();
  }
}
