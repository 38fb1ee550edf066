package io.tapgate.router.account;

import io.tapgate.client.AccountName;
import java.util.List;
import java.util.Optional;

/**
 * A conversation with one router about the accounts it keeps. What it promises is what {@link
 * io.tapgate.router.RouterDoor} does: each operation is harmless to repeat and reads back what it
 * did; it throws {@link io.tapgate.router.RouterTrouble.Silent} when the router did not answer
 * completely in time, and then nothing is known; {@link io.tapgate.router.RouterTrouble.Refused}
 * when the router will not, or shows something else than what was asked.
 *
 * <p>No account is changed that does not carry our comment: if one of several with the same name
 * does not, none of them is.
 */
public interface AccountDoor extends AutoCloseable {

  List<Account> all();

  Optional<Account> find(AccountName name);

  List<AccountProfile> profiles();

  /** Done, or Taken if there is one of this name. */
  AccountOutcome add(NewAccount account);

  /**
   * The same, after an {@link #add} of which nobody heard the end: one that is just like it is
   * taken for it, and gets this password.
   */
  AccountOutcome settle(NewAccount account);

  /** Done, Unknown, or NotOurs. Who is dialled in stays so. */
  AccountOutcome renew(AccountName name, AccountPassword password);

  /** Done, Unknown, or NotOurs. */
  AccountOutcome enable(AccountName name);

  /** Done, Unknown, or NotOurs. Nobody can dial in with it, and whoever had is gone. */
  AccountOutcome disable(AccountName name);

  /** Gone, Unknown, or NotOurs. As disabled, and then no more. */
  AccountOutcome remove(AccountName name);

  /** Ends the conversation; whoever still waits in it gets Silent. */
  @Override
  void close();
}
