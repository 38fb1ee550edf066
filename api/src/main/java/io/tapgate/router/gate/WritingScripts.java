package io.tapgate.router.gate;

import io.tapgate.audit.By;
import io.tapgate.connection.RouterId;
import io.tapgate.doors.DoorSettings;
import io.tapgate.router.HookToken;
import io.tapgate.router.PostOffice;
import io.tapgate.router.RenewingHookTokens;
import io.tapgate.router.Router;
import io.tapgate.router.RouterOutcome;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.RouterRecords;
import io.tapgate.router.RouterSettings;
import io.tapgate.router.RouterTerms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The set-up of one router as a text, for whoever would rather paste it than have Tapgate log in as
 * an admin. It holds the password of Tapgate's user there, and a fresh hook token; the one before
 * opens for a day yet, until the text was pasted.
 */
@Service
public class WritingScripts {
  private static final Duration UNTIL_PASTED = Duration.ofDays(1);

  private final RouterRecords records;
  private final Known known;
  private final RenewingHookTokens renewing;
  private final Visits visits;
  private final PostOffice postOffice;
  private final RouterSettings settings;
  private final DoorSettings keys;

  WritingScripts(
      RouterRecords records,
      Known known,
      RenewingHookTokens renewing,
      Visits visits,
      PostOffice postOffice,
      RouterSettings settings,
      DoorSettings keys) {
    this.records = records;
    this.known = known;
    this.renewing = renewing;
    this.visits = visits;
    this.postOffice = postOffice;
    this.settings = settings;
    this.keys = keys;
  }

  /** What became of it: a text, or why there is none. */
  public sealed interface Written {
    record Script(String text) implements Written {}

    record Refused(RouterOutcome.Refused why) implements Written {}
  }

  /**
   * @param tapgate where Tapgate comes from, as the router sees it
   */
  public Written write(
      RouterId id, List<String> profiles, Optional<String> reports, String tapgate, By by) {
    Optional<RouterRecord> router = records.find(id);
    if (router.isEmpty()) {
      return new Written.Refused(new RouterOutcome.Unknown());
    }
    String reportTo = reports.orElse(settings.reportTo());
    if (reportTo.isEmpty()) {
      return refused("report_to", "PUBLIC_URL is not set: " + RouterTerms.REPORTS_FORM);
    }
    return known
        .driven(router.get())
        .map(driven -> write(router.get(), driven, profiles, reportTo, tapgate, by))
        .orElseGet(() -> refused("id", "the router is disabled, or its password is locked"));
  }

  private static Written refused(String field, String why) {
    return new Written.Refused(new RouterOutcome.Unfit(field, why));
  }

  private Written write(
      RouterRecord router,
      Router driven,
      List<String> profiles,
      String reports,
      String tapgate,
      By by) {
    HookToken token;
    if (router.fromEnvironment()) {
      token = new HookToken(keys.hookToken());
    } else {
      token = HookToken.fresh();
      if (renewing.renew(router.id(), token, UNTIL_PASTED, by)
          instanceof RouterOutcome.Refused why) {
        return new Written.Refused(why);
      }
    }
    Gate gate =
        new Gate(
            profiles,
            RouterTerms.reports(reports),
            token,
            driven.login(),
            true,
            driven.lists(),
            postOffice.networks().all(),
            Optional.of(tapgate));
    return new Written.Script(visits.script(gate, tapgate));
  }
}
