package io.tapgate.router.web;

import io.tapgate.client.ChatId;
import io.tapgate.router.account.Account;
import io.tapgate.router.account.AccountPassword;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account as an answer shows it. */
final class AccountView {
  private AccountView() {}

  static Map<String, @Nullable Object> of(List<Account> accounts) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("items", accounts.stream().map(AccountView::of).toList());
    return all;
  }

  static Map<String, @Nullable Object> of(Account account) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("name", account.name());
    shown.put("profile", account.profile());
    shown.put("service", account.service());
    shown.put("disabled", account.disabled());
    shown.put("comment", account.comment().text());
    shown.put("ours", account.isOurs());
    shown.put("chat_id", account.comment().chat().map(ChatId::value).orElse(null));
    shown.put("last_logged_out", account.lastLoggedOut().orElse(null));
    return shown;
  }

  static Map<String, @Nullable Object> of(Account account, AccountPassword password) {
    Map<String, @Nullable Object> shown = of(account);
    shown.put("password", password.value());
    return shown;
  }
}
