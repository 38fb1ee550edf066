package io.tapgate.router.routeros;

import io.tapgate.client.AccountName;
import io.tapgate.router.account.AccountPassword;
import io.tapgate.router.account.NewAccount;

/**
 * What the {@link Phrasebook} is, for accounts. Names are compared here and never asked for: a
 * query that missed because the router spells its value otherwise would pass for "not there".
 */
final class AccountPhrases {
  private AccountPhrases() {}

  /** Never the password, which a router tells only to who may see what is sensitive. */
  static Command secrets() {
    return Command.of(
            "/ppp/secret/print",
            "=.proplist=.id,name,service,profile,disabled,comment,last-logged-out")
        .walkingTable();
  }

  static Command secretsOf(AccountName name) {
    return secrets().keeping(item -> isCalled(item, name));
  }

  static Command profiles() {
    return Command.of("/ppp/profile/print", "=.proplist=name,interface-list");
  }

  static Command sessionsOf(AccountName name) {
    return Command.of("/ppp/active/print", "=.proplist=.id,name")
        .keeping(item -> isCalled(item, name))
        .walkingTable();
  }

  static Command add(NewAccount account) {
    return Command.of(
        "/ppp/secret/add",
        "=name=" + account.name(),
        "=password=" + account.password().value(),
        "=profile=" + account.profile(),
        "=service=" + account.service(),
        "=comment=" + account.comment().text());
  }

  static Command renew(ItemId id, AccountPassword password) {
    return Command.of("/ppp/secret/set", "=.id=" + id, "=password=" + password.value());
  }

  static Command disable(ItemId id, boolean disabled) {
    return Command.of("/ppp/secret/set", "=.id=" + id, "=disabled=" + (disabled ? "yes" : "no"));
  }

  static Command remove(ItemId id) {
    return Command.of("/ppp/secret/remove", "=.id=" + id);
  }

  private static boolean isCalled(Item item, AccountName name) {
    return item.find("name").filter(name.value()::equals).isPresent();
  }
}
