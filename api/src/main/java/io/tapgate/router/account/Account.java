package io.tapgate.router.account;

import io.tapgate.client.AccountName;
import java.util.Optional;

/**
 * A VPN account as its router lists it. The password is told to nobody.
 *
 * @param name as the router writes it
 * @param profile what the router gives to who dials in with it
 * @param service which kind of VPN it is good for (l2tp, sstp …), or any
 * @param lastLoggedOut as the router writes it; empty if it never was, or is not said
 */
public record Account(
    String name,
    String profile,
    String service,
    boolean disabled,
    AccountComment comment,
    Optional<String> lastLoggedOut) {

  public boolean isOurs() {
    return comment.isOurs();
  }

  public boolean isCalled(AccountName other) {
    return name.equals(other.value());
  }
}
