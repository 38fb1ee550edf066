package io.tapgate.router;

import io.tapgate.connection.RouterId;
import io.tapgate.connection.RouterNames;
import io.tapgate.connection.RouterNews;
import io.tapgate.connection.RouterReported;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes whether a router answers and whether its reports arrive, and says so once when either ends
 * for a while, and once when it is over. The facts are rows, so whoever drives next goes on from
 * there.
 *
 * <p>A report costs its hook nothing here: that it was taken is noted within a second, and on
 * record to the minute.
 */
@Component
public class KeepingInTouch {
  private static final Logger log = LoggerFactory.getLogger(KeepingInTouch.class);

  /** For this long it must have answered before its silence is said to be over. */
  private static final Duration STEADY = Duration.ofMinutes(1);

  /** Longer than it takes until a report that was taken is on record. */
  private static final Duration UNREPORTED = Duration.ofMinutes(2);

  private final Contacts contacts;
  private final RouterNames names;
  private final RouterSettings settings;
  private final ApplicationEventPublisher announce;
  private final Set<RouterId> heard = ConcurrentHashMap.newKeySet();
  private volatile Map<RouterId, Contact> last = Map.of();

  KeepingInTouch(
      Contacts contacts,
      RouterNames names,
      RouterSettings settings,
      ApplicationEventPublisher announce) {
    this.contacts = contacts;
    this.names = names;
    this.settings = settings;
    this.announce = announce;
  }

  /**
   * By what a router is called, as it was a second ago; while the database is away, before that.
   */
  public Map<String, Contact> now() {
    return last.entrySet().stream()
        .collect(
            Collectors.toMap(
                one -> names.name(one.getKey()), Map.Entry::getValue, (one, _) -> one));
  }

  /** Whether nothing more is to be noted of it while it goes on to answer. */
  @Transactional
  public boolean answers(RouterId router, Claim claim) {
    return contacts
        .hold(router, claim)
        .map(was ->
            keep(router, was, was.with(was.silence().broken(was.read(), STEADY)))
                .silence()
                .isOver())
        .orElse(false);
  }

  @Transactional
  public void isSilent(RouterId router, Claim claim) {
    contacts
        .hold(router, claim)
        .ifPresent(was -> {
          Silence silence = was.silence().goesOn(was.read(), settings.patience());
          Contact _ = keep(router, was, was.with(silence));
        });
  }

  @EventListener
  public void on(RouterReported report) {
    heard.add(report.router());
  }

  /** A session came up, and it was the comparison that found it. */
  @Transactional
  @EventListener
  public void on(Corrected corrected) {
    if (!corrected.what().equals(Difference.Kind.SESSION_UNREPORTED.word())) {
      return;
    }
    RouterId router = corrected.router().id();
    contacts
        .hold(router)
        .ifPresent(was -> {
          Reporting reporting = was.reporting().missing(was.read(), UNREPORTED);
          Contact _ = keep(router, was, was.with(reporting));
        });
  }

  /** Each second: which reports were taken since. */
  @Transactional
  public void look() {
    Map<RouterId, Contact> all = contacts.all();
    for (RouterId router : Set.copyOf(heard)) {
      Contact seen = all.get(router);
      if (seen != null && seen.reporting().isToBeNoted(seen.read())) {
        contacts.hold(router).ifPresent(was -> taken(router, was));
      }
      heard.remove(router);
    }
    last = all;
  }

  private void taken(RouterId router, Contact was) {
    Contact _ = keep(router, was, was.with(Reporting.taken(was.read())));
  }

  private Contact keep(RouterId router, Contact was, Contact now) {
    if (!now.equals(was)) {
      contacts.keep(router, now);
      told(was.silence().told(), now.silence().told())
          .ifPresent(begins ->
              tell(
                  router,
                  begins ? RouterNews.What.LOST : RouterNews.What.BACK,
                  begins ? now.silence().since() : was.silence().since()));
      told(was.reporting().told(), now.reporting().told())
          .ifPresent(begins ->
              tell(
                  router,
                  begins ? RouterNews.What.REPORTS_LOST : RouterNews.What.REPORTS_BACK,
                  begins ? now.reporting().missingSince() : was.reporting().missingSince()));
    }
    return now;
  }

  /** Whether something to be told begins now, or ends; empty if neither. */
  private static Optional<Boolean> told(boolean before, boolean now) {
    return before == now ? Optional.empty() : Optional.of(now);
  }

  private void tell(RouterId router, RouterNews.What what, @Nullable Instant since) {
    RouterNews news =
        new RouterNews(router, names.name(router), what, Optional.ofNullable(since).orElseThrow());
    switch (what) {
      case LOST ->
          log.error(
              "router {} has not answered since {}: nobody new is let in through it until it does;"
                  + " look whether it is up and lets Tapgate log in",
              news.name(),
              since);
      case REPORTS_LOST ->
          log.error(
              "sessions of router {} come up, and no report of it has arrived since {}: look at its"
                  + " on-up script, device-mode and certificate",
              news.name(),
              since);
      case BACK -> log.info("router {} answers again; it had not since {}", news.name(), since);
      case REPORTS_BACK ->
          log.info("reports of router {} arrive again; they had not since {}", news.name(), since);
    }
    announce.publishEvent(news);
  }
}
