package io.tapgate.router.account;

import io.tapgate.audit.By;
import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.connection.RouterId;
import io.tapgate.router.account.AccountChanged.What;
import io.tapgate.router.account.Introducing.Met;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * An admin looks at the accounts of a router and changes those that are ours, and hears what became
 * of it. Nothing of it is kept for later: a router that does not answer is asked again by the
 * admin.
 */
@Service
public class KeepingAccounts {
  private static final Logger log = LoggerFactory.getLogger(KeepingAccounts.class);

  private final Visiting visiting;
  private final Introducing introducing;
  private final ApplicationEventPublisher announce;

  KeepingAccounts(Visiting visiting, Introducing introducing, ApplicationEventPublisher announce) {
    this.visiting = visiting;
    this.introducing = introducing;
    this.announce = announce;
  }

  /** Ours and the admin's. */
  public AccountOutcome list(RouterId router) {
    return visiting.visit(router, door -> new AccountOutcome.Listed(door.all()));
  }

  /** The client is put on record first, so whoever can dial in is somebody we know. */
  public AccountOutcome create(RouterId router, WantedAccount wanted, By by) {
    return visiting.whyNot(router).orElseGet(() -> introduced(router, wanted, by));
  }

  private AccountOutcome introduced(RouterId router, WantedAccount wanted, By by) {
    return switch (introducing.meet(wanted, by)) {
      case Met.Known(var chat) ->
          told(router, wanted.name(), What.CREATED, by, new Creation(wanted, chat));
      case Met.AskedElsewhere(ChatId chat) -> new AccountOutcome.OtherChat(wanted.name(), chat);
      case Met.Busy _ -> new AccountOutcome.Busy(wanted.name());
    };
  }

  public AccountOutcome disable(RouterId router, AccountName name, By by) {
    return told(router, name, What.DISABLED, by, door -> door.disable(name));
  }

  public AccountOutcome enable(RouterId router, AccountName name, By by) {
    return told(router, name, What.ENABLED, by, door -> door.enable(name));
  }

  /** Who is dialled in with the one before stays so. */
  public AccountOutcome renew(RouterId router, AccountName name, By by) {
    AccountPassword password = AccountPassword.fresh();
    AccountOutcome outcome =
        told(router, name, What.GIVEN_ANOTHER_PASSWORD, by, door -> door.renew(name, password));
    return outcome instanceof AccountOutcome.Done(Account account)
        ? new AccountOutcome.DoneWithPassword(account, password)
        : outcome;
  }

  public AccountOutcome remove(RouterId router, AccountName name, By by) {
    return told(router, name, What.DELETED, by, new Removal(name));
  }

  private AccountOutcome told(
      RouterId router,
      AccountName name,
      What what,
      By by,
      Function<AccountDoor, AccountOutcome> errand) {
    AccountOutcome outcome = visiting.visit(router, errand);
    switch (outcome) {
      case AccountOutcome.Silent(String why, boolean begun) when begun -> {
        log.warn(
            "whether account {} on router {} is {} by {}, nobody knows: {}; it is not tried again",
            name,
            router.value(),
            what,
            by.actor(),
            why);
        announce.publishEvent(new AccountChanged(router, name, what, by, false));
      }
      case AccountOutcome.Refused _ -> {}
      default -> {
        log.info("account {} on router {} is {} by {}", name, router.value(), what, by.actor());
        announce.publishEvent(new AccountChanged(router, name, what, by, true));
      }
    }
    return outcome;
  }
}
