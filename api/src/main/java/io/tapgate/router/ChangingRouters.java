package io.tapgate.router;

import io.tapgate.audit.By;
import io.tapgate.connection.Connections;
import io.tapgate.connection.RouterId;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * An admin changes a router. Its driver begins anew with what is different, and no other does. One
 * that is in use is not disabled: nobody could take its permits back.
 */
@Service
public class ChangingRouters {
  private static final Logger log = LoggerFactory.getLogger(ChangingRouters.class);

  private final RouterRecords records;
  private final RouterBook book;
  private final RouterPasswords passwords;
  private final OffLimits offLimits;
  private final Connections connections;
  private final ApplicationEventPublisher announce;

  ChangingRouters(
      RouterRecords records,
      RouterBook book,
      RouterPasswords passwords,
      OffLimits offLimits,
      Connections connections,
      ApplicationEventPublisher announce) {
    this.records = records;
    this.book = book;
    this.passwords = passwords;
    this.offLimits = offLimits;
    this.connections = connections;
    this.announce = announce;
  }

  /**
   * @param expected the version that the admin has seen; empty: whichever it is
   */
  public RouterOutcome change(RouterId id, Optional<Integer> expected, Amendment words, By by) {
    return RouterBook.on(records.find(id).orElse(null), seen -> judged(seen, expected, words, by));
  }

  /** What is judged is what is written: if it changed in between, nothing is. */
  private RouterOutcome judged(
      RouterRecord seen, Optional<Integer> expected, Amendment words, By by) {
    if (expected.filter(version -> version != seen.version()).isPresent()) {
      return new RouterOutcome.ChangedMeanwhile(seen.version());
    }
    try {
      Particulars after = words.over(seen.particulars());
      return offLimits
          .why(after)
          .<RouterOutcome>map(RouterOutcome.KeptAway::new)
          .orElseGet(() -> written(seen, after, words.password(), by));
    } catch (Unfitting unfitting) {
      return unfitting.asOutcome();
    }
  }

  private RouterOutcome written(
      RouterRecord seen, Particulars after, Optional<Password> password, By by) {
    Map<String, String> detail =
        Differences.between(seen.particulars(), after, password.isPresent());
    if (detail.isEmpty()) {
      return new RouterOutcome.Done(seen);
    }
    return book.write(
        seen.id(),
        held ->
            held.version() == seen.version()
                ? write(held, after, password, by, detail)
                : new RouterOutcome.ChangedMeanwhile(held.version()));
  }

  private RouterOutcome write(
      RouterRecord held,
      Particulars after,
      Optional<Password> password,
      By by,
      Map<String, String> detail) {
    if (records.isTaken(after.name(), held.id())) {
      return new RouterOutcome.NameTaken(after.name());
    }
    if (after.disabled() && !held.particulars().disabled()) {
      int live = connections.live().getOrDefault(held.id(), 0);
      if (live > 0) {
        return new RouterOutcome.InUse(live);
      }
      connections.letOff(held.id());
    }
    RouterRecord changed =
        records.change(held.id(), after, password.map(fresh -> passwords.lock(held.id(), fresh)));
    announce.publishEvent(new RouterChanged(held.id(), RouterChanged.What.CHANGED, by, detail));
    log.info("router {} is changed by {}: {}", after.name(), by.actor(), detail.keySet());
    return new RouterOutcome.Done(changed);
  }
}
