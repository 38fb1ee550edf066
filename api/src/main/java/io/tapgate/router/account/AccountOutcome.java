package io.tapgate.router.account;

import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import java.util.List;
import java.util.Optional;

/** What became of what an admin wanted of a router's accounts. */
public sealed interface AccountOutcome {

  /** These are all. */
  record Listed(List<Account> accounts) implements AccountOutcome {
    public Listed {
      accounts = List.copyOf(accounts);
    }
  }

  /** So the router shows it now. */
  record Done(Account account) implements AccountOutcome {}

  /** The same, and this is its password, which is shown this once. */
  record DoneWithPassword(Account account, AccountPassword password) implements AccountOutcome {}

  /** It is removed. */
  record Gone() implements AccountOutcome {}

  /** It did not come to that. */
  sealed interface Refused extends AccountOutcome {}

  /** There is no such router, or it was removed. */
  record NoRouter() implements Refused {}

  /** The router is disabled: nobody speaks to it. */
  record SwitchedOff() implements Refused {}

  /** The password for the router does not open with the key of this node. */
  record Locked() implements Refused {}

  /**
   * The router did not answer.
   *
   * @param begun whether something was said to it: then nobody knows what became of that
   */
  record Silent(String why, boolean begun) implements Refused {}

  /** The router answered that it will not. */
  record Declined(String why) implements Refused {}

  record Unknown(AccountName name) implements Refused {}

  /** It does not carry our comment. */
  record NotOurs(AccountName name) implements Refused {}

  /** One of this name is there. */
  record Taken(AccountName name, boolean ours) implements Refused {}

  /** There is no such profile; or, if none was named, none or several are behind the gate. */
  record NoProfile(Optional<String> asked, List<AccountProfile> there) implements Refused {
    public NoProfile {
      there = List.copyOf(there);
    }
  }

  /** The client is asked in another chat. */
  record OtherChat(AccountName name, ChatId known) implements Refused {}

  /** Somebody else changes the client in this very moment. */
  record Busy(AccountName name) implements Refused {}
}
