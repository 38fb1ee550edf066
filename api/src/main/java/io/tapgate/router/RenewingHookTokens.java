package io.tapgate.router;

import io.tapgate.audit.By;
import io.tapgate.connection.RouterId;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** An admin gives a router's scripts another token: the one before opens nothing any more. */
@Service
public class RenewingHookTokens {
  private static final Logger log = LoggerFactory.getLogger(RenewingHookTokens.class);

  private final RouterRecords records;
  private final RouterBook book;
  private final ApplicationEventPublisher announce;

  RenewingHookTokens(RouterRecords records, RouterBook book, ApplicationEventPublisher announce) {
    this.records = records;
    this.book = book;
    this.announce = announce;
  }

  public RouterOutcome renew(RouterId id, By by) {
    return book.write(id, held -> renew(held, by));
  }

  private RouterOutcome renew(RouterRecord held, By by) {
    HookToken token = HookToken.fresh();
    RouterRecord renewed = records.renew(held.id(), token.digest());
    announce.publishEvent(
        new RouterChanged(held.id(), RouterChanged.What.HOOK_TOKEN_RENEWED, by, Map.of()));
    log.info(
        "router {} has another hook token by {}: its scripts report in vain until they carry it",
        held.particulars().name(),
        by.actor());
    return new RouterOutcome.DoneWithToken(renewed, token);
  }
}
