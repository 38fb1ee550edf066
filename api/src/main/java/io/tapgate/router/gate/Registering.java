package io.tapgate.router.gate;

import io.tapgate.audit.By;
import io.tapgate.router.AddingRouters;
import io.tapgate.router.Amendment;
import io.tapgate.router.ChangingRouters;
import io.tapgate.router.HookToken;
import io.tapgate.router.LimitWords;
import io.tapgate.router.Password;
import io.tapgate.router.RenewingHookTokens;
import io.tapgate.router.Router;
import io.tapgate.router.RouterOutcome;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.Trust;
import io.tapgate.router.TrustWords;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a router that was prepared on record, as it is reached now. */
@Component
class Registering {
  /** Its scripts show the new token already. */
  private static final Duration NO_LONGER = Duration.ZERO;

  private final AddingRouters adding;
  private final ChangingRouters changing;
  private final RenewingHookTokens renewing;
  private final Known known;

  Registering(
      AddingRouters adding, ChangingRouters changing, RenewingHookTokens renewing, Known known) {
    this.adding = adding;
    this.changing = changing;
    this.renewing = renewing;
    this.known = known;
  }

  /** Of the environment's, the environment alone says how it is reached. */
  RouterOutcome register(Optional<RouterRecord> before, Router as, HookToken token, By by) {
    if (before.isEmpty()) {
      return adding.add(words(as), token, by);
    }
    RouterRecord router = before.get();
    if (router.fromEnvironment()) {
      return new RouterOutcome.Done(router);
    }
    RouterOutcome changed =
        known.driven(router).filter(as::equals).isPresent()
            ? new RouterOutcome.Done(router)
            : changing.change(router.id(), Optional.of(router.version()), words(as), by);
    boolean renew =
        !(changed instanceof RouterOutcome.Refused) && !known.isShown(router.id(), token);
    return renew ? renewing.renew(router.id(), token, NO_LONGER, by) : changed;
  }

  private static Amendment words(Router as) {
    return new Amendment(
        Optional.of(as.name()),
        Optional.of(as.host()),
        Optional.of(as.port()),
        Optional.of(as.login().username()),
        Optional.of(new Password(as.login().password())),
        trust(as.trust()),
        Optional.of(as.lists().deny()),
        Optional.of(as.lists().permit()),
        Optional.of(as.lists().ban()),
        LimitWords.none(),
        Optional.of(as.anywhere()),
        Optional.of(false));
  }

  private static TrustWords trust(Trust trust) {
    return new TrustWords(
        Optional.of(trust.kind()),
        trust instanceof Trust.SignedBy signed ? Optional.of(signed.ca()) : Optional.empty(),
        trust instanceof Trust.Pinned pinned
            ? Optional.of(pinned.fingerprint())
            : Optional.empty());
  }
}
