package io.tapgate.router.account;

import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import java.util.Optional;

/**
 * An account as an admin wants it.
 *
 * @param profile empty: the one whose clients stand behind the gate
 * @param chat empty: the one that is known of this client, if any
 * @param words what else its comment says
 * @param note what is written down about the client, if it is a new one
 */
public record WantedAccount(
    AccountName name,
    Optional<String> profile,
    Vpn service,
    Optional<ChatId> chat,
    Optional<String> words,
    Optional<String> note) {

  NewAccount with(String itsProfile, Optional<ChatId> itsChat, AccountPassword password) {
    return new NewAccount(name, itsProfile, service, AccountComment.ours(itsChat, words), password);
  }
}
