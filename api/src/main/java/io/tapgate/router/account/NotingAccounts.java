package io.tapgate.router.account;

import io.tapgate.audit.Happening;
import io.tapgate.audit.Recording;
import io.tapgate.client.Clients;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What admins do to accounts is on record, once it is done; never a password. */
@Component
class NotingAccounts {
  private final Recording recording;
  private final Clients clients;

  NotingAccounts(Recording recording, Clients clients) {
    this.recording = recording;
    this.clients = clients;
  }

  @Transactional
  @EventListener
  public void on(AccountChanged changed) {
    Happening happening = happening(changed);
    recording.note(
        clients
            .named(changed.account().value())
            .map(client -> happening.client(client.id().value()))
            .orElse(happening));
  }

  private static Happening happening(AccountChanged changed) {
    Happening happening =
        Happening.of(verb(changed.what()), changed.by())
            .router(changed.router().value())
            .with("account", changed.account());
    return changed.certain()
        ? happening
        : happening.with("uncertain", "the router did not say whether it was done");
  }

  private static String verb(AccountChanged.What what) {
    return switch (what) {
      case CREATED -> "router.account-created";
      case DISABLED -> "router.account-disabled";
      case ENABLED -> "router.account-enabled";
      case DELETED -> "router.account-deleted";
      case GIVEN_ANOTHER_PASSWORD -> "router.account-password-renewed";
    };
  }
}
