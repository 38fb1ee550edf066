package io.tapgate.router;

import io.tapgate.audit.By;
import io.tapgate.connection.RouterId;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * An admin gives a router's scripts another token. The one before goes on to open for a while, so
 * that no report is lost until the scripts carry the new one; or not, when it is in wrong hands.
 */
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

  /**
   * @param overlap how long the token before opens
   */
  public RouterOutcome renew(RouterId id, Duration overlap, By by) {
    return renew(id, HookToken.fresh(), overlap, by);
  }

  /** To one that its scripts show already, or soon will. */
  public RouterOutcome renew(RouterId id, HookToken token, Duration overlap, By by) {
    return book.write(id, held -> renew(held, token, overlap, by));
  }

  private RouterOutcome renew(RouterRecord held, HookToken token, Duration overlap, By by) {
    RouterRecord renewed = records.renew(held.id(), token.digest(), overlap);
    announce.publishEvent(
        new RouterChanged(
            held.id(),
            RouterChanged.What.HOOK_TOKEN_RENEWED,
            by,
            Map.of("overlap", overlap.toString())));
    log.info(
        "router {} has another hook token by {}; the one before opens for {}",
        held.particulars().name(),
        by.actor(),
        overlap);
    return new RouterOutcome.DoneWithToken(renewed, token);
  }
}
