package io.tapgate.router.account;

import io.tapgate.client.AccountName;

/** An account as it is to stand on a router. */
public record NewAccount(
    AccountName name,
    String profile,
    Vpn service,
    AccountComment comment,
    AccountPassword password) {

  /** But for the password, which nobody reads, and the words, which a router may spell its way. */
  public boolean isLike(Account there) {
    return there.isCalled(name)
        && there.profile().equals(profile)
        && there.service().equals(service.toString())
        && there.isOurs()
        && there.comment().chat().equals(comment.chat())
        && !there.disabled();
  }
}
