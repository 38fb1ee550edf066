package io.tapgate.router.account;

import io.tapgate.audit.By;
import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.client.ClientId;
import io.tapgate.client.Clients;
import io.tapgate.client.Enrolling;
import io.tapgate.client.Profile;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever gets an account is a client, and is asked in the chat that was named. */
@Service
class Introducing {
  private static final int TRIES = 3;

  private final Clients clients;
  private final Enrolling enrolling;

  Introducing(Clients clients, Enrolling enrolling) {
    this.clients = clients;
    this.enrolling = enrolling;
  }

  /** What is known of the client now. */
  sealed interface Met {
    /** Such as it was wanted. */
    record Known(Optional<ChatId> chat) implements Met {}

    /** It is asked elsewhere, and nobody said that this shall change. */
    record AskedElsewhere(ChatId chat) implements Met {}

    /** Somebody else always came first. */
    record Busy() implements Met {}
  }

  @Transactional
  public Met meet(WantedAccount wanted, By by) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Client> known =
          clients.named(wanted.name().value()).flatMap(one -> clients.hold(one.id()));
      if (known.isPresent()) {
        return asked(known.get(), wanted, by);
      }
      Profile profile = new Profile(Optional.of(wanted.name()), wanted.chat(), wanted.note());
      if (enrolling.enrol(profile, by) instanceof Enrolling.Outcome.Done) {
        return new Met.Known(wanted.chat());
      }
    }
    return new Met.Busy();
  }

  private Met asked(Client held, WantedAccount wanted, By by) {
    Optional<ChatId> chat = held.chat();
    if (chat.isPresent() && wanted.chat().isPresent() && !chat.equals(wanted.chat())) {
      return new Met.AskedElsewhere(chat.get());
    }
    if (chat.isEmpty() && wanted.chat().isPresent()) {
      name(held.id(), wanted.name(), wanted.chat(), by);
    }
    return new Met.Known(chat.or(wanted::chat));
  }

  private void name(ClientId client, AccountName name, Optional<ChatId> chat, By by) {
    enrolling.amend(
        client,
        before -> new Profile(Optional.of(name), chat, before.note()),
        Optional.empty(),
        by);
  }
}
