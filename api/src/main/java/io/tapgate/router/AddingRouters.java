package io.tapgate.router;

import io.tapgate.audit.By;
import io.tapgate.connection.RouterId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * An admin adds a router. It is driven within a second, and its scripts get a token of their own.
 */
@Service
public class AddingRouters {
  private static final Logger log = LoggerFactory.getLogger(AddingRouters.class);

  private final RouterRecords records;
  private final RouterBook book;
  private final RouterPasswords passwords;
  private final OffLimits offLimits;
  private final RouterSettings settings;
  private final ApplicationEventPublisher announce;

  AddingRouters(
      RouterRecords records,
      RouterBook book,
      RouterPasswords passwords,
      OffLimits offLimits,
      RouterSettings settings,
      ApplicationEventPublisher announce) {
    this.records = records;
    this.book = book;
    this.passwords = passwords;
    this.offLimits = offLimits;
    this.settings = settings;
    this.announce = announce;
  }

  /** Lists that are not named are called as the settings say. */
  public RouterOutcome add(Amendment words, By by) {
    return add(words, HookToken.fresh(), by);
  }

  /** One whose scripts show this token already. */
  public RouterOutcome add(Amendment words, HookToken token, By by) {
    Optional<RouterOutcome> missing = missing(words);
    if (missing.isPresent()) {
      return missing.get();
    }
    try {
      Password password = words.password().orElseThrow();
      return add(words.over(settings.unnamed()), password, token, by);
    } catch (Unfitting unfitting) {
      return unfitting.asOutcome();
    }
  }

  /** A name is looked up before the transaction begins: it may take a while. */
  private RouterOutcome add(Particulars router, Password password, HookToken token, By by) {
    return offLimits
        .why(router)
        .<RouterOutcome>map(RouterOutcome.KeptAway::new)
        .orElseGet(() -> book.write(() -> write(router, password, token, by)));
  }

  private RouterOutcome write(Particulars router, Password password, HookToken token, By by) {
    RouterId id = records.next();
    if (records.isTaken(router.name(), id)) {
      return new RouterOutcome.NameTaken(router.name());
    }
    RouterRecord added = records.add(id, router, passwords.lock(id, password), token.digest());
    announce.publishEvent(
        new RouterChanged(id, RouterChanged.What.ADDED, by, Differences.of(router)));
    log.info(
        "router {} ({}) is added by {}: it is driven from now on",
        router.name(),
        id.value(),
        by.actor());
    return new RouterOutcome.DoneWithToken(added, token);
  }

  private static Optional<RouterOutcome> missing(Amendment words) {
    if (words.name().isEmpty()) {
      return Optional.of(new RouterOutcome.Unfit("name", RouterTerms.NAME));
    }
    if (words.host().isEmpty()) {
      return Optional.of(new RouterOutcome.Unfit("host", RouterTerms.HOST_NEEDED));
    }
    if (words.username().isEmpty()) {
      return Optional.of(new RouterOutcome.Unfit("username", RouterTerms.USERNAME));
    }
    return words.password().isEmpty()
        ? Optional.of(new RouterOutcome.Unfit("password", RouterTerms.PASSWORD))
        : Optional.empty();
  }
}
