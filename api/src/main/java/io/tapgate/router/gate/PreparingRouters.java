package io.tapgate.router.gate;

import io.tapgate.audit.By;
import io.tapgate.connection.RouterId;
import io.tapgate.router.HookToken;
import io.tapgate.router.OffLimits;
import io.tapgate.router.Particulars;
import io.tapgate.router.PostOffice;
import io.tapgate.router.Router;
import io.tapgate.router.RouterChanged;
import io.tapgate.router.RouterOutcome;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.RouterSettings;
import io.tapgate.router.RouterTerms;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Session;
import io.tapgate.router.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * An admin has a router set up: the gate, the scripts that report, Tapgate's own user. What would
 * be done is told first; what was done is read back, and the router is on record and driven from
 * then on. Interrupted anywhere, it is begun again and finds done what is done.
 */
@Service
public class PreparingRouters {
  private static final Logger log = LoggerFactory.getLogger(PreparingRouters.class);
  private static final String OWN_USER = "tapgate";

  /** Who is on nobody's record yet. */
  private static final RouterId NOBODY = new RouterId(0);

  private final Visits visits;
  private final Known known;
  private final Registering registering;
  private final TakingOver takingOver;
  private final OffLimits offLimits;
  private final PostOffice postOffice;
  private final RouterSettings settings;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher announce;

  PreparingRouters(
      Visits visits,
      Known known,
      Registering registering,
      TakingOver takingOver,
      OffLimits offLimits,
      PostOffice postOffice,
      RouterSettings settings,
      TransactionOperations transactions,
      ApplicationEventPublisher announce) {
    this.visits = visits;
    this.known = known;
    this.registering = registering;
    this.takingOver = takingOver;
    this.offLimits = offLimits;
    this.postOffice = postOffice;
    this.settings = settings;
    this.transactions = transactions;
    this.announce = announce;
  }

  public Prepared plan(Errand errand) {
    return visiting(errand, (visit, wanted) -> new Prepared.Planned(wanted.plan(visit)));
  }

  public Prepared prepare(Errand errand, By by) {
    return visiting(
        errand,
        (visit, wanted) -> {
          Plan plan = wanted.plan(visit);
          boolean agreed = errand.agreed().map(plan.mark()::equals).orElse(true);
          return agreed ? done(visit, wanted, plan, by) : new Prepared.Otherwise(plan);
        });
  }

  /** One visit, and what is wanted of it. */
  private interface Work {
    Prepared at(Visit visit, Wanted wanted);
  }

  /** What the router is to become, and what is on record of it. */
  private record Wanted(Errand errand, Optional<RouterRecord> before, String name, Gate gate) {
    Plan plan(Visit visit) {
      return visit.plan(gate, errand.takeOver());
    }
  }

  private Prepared visiting(Errand errand, Work work) {
    Optional<RouterRecord> before = known.find(errand.name(), errand.host(), errand.port());
    Optional<Prepared> refused = refused(errand, before);
    if (refused.isPresent()) {
      return refused.get();
    }
    try (Visit visit = visits.begin(asAdmin(errand))) {
      Wanted wanted = wanted(errand, before, visit);
      Optional<Prepared> misunderstood = misunderstood(visit, wanted);
      return misunderstood.isPresent() ? misunderstood.get() : work.at(visit, wanted);
    } catch (RouterTrouble.Silent silent) {
      return new Prepared.Unreached(String.valueOf(silent.getMessage()));
    } catch (RouterTrouble.Refused no) {
      return new Prepared.TurnedDown(String.valueOf(no.getMessage()));
    }
  }

  private Optional<Prepared> refused(Errand errand, Optional<RouterRecord> before) {
    if (errand.reports().isEmpty() && settings.reportTo().isEmpty()) {
      return Optional.of(
          refused("report_to", "PUBLIC_URL is not set: " + RouterTerms.REPORTS_FORM));
    }
    boolean another = before.filter(one -> !Known.isAt(one, errand.host())).isPresent();
    if (another) {
      return Optional.of(refused("host", elsewhere(before.orElseThrow(), errand.host())));
    }
    boolean anywhere =
        errand.anywhere() || before.filter(one -> one.particulars().anywhere()).isPresent();
    return anywhere
        ? Optional.empty()
        : offLimits
            .why(errand.host(), errand.port())
            .map(why -> new Prepared.Refused(new RouterOutcome.KeptAway(why)));
  }

  /** What can be known to fail later is said before anything is done. */
  private Optional<Prepared> misunderstood(Visit visit, Wanted wanted) {
    return ambiguous(wanted).or(() -> nameTaken(wanted)).or(() -> nobodys(visit, wanted));
  }

  private Optional<Prepared> nameTaken(Wanted wanted) {
    boolean taken = wanted.before().isEmpty() && known.isCalled(wanted.name());
    return taken
        ? Optional.of(new Prepared.Refused(new RouterOutcome.NameTaken(wanted.name())))
        : Optional.empty();
  }

  /** A name that is misspelt would have its session closed. */
  private static Optional<Prepared> nobodys(Visit visit, Wanted wanted) {
    Set<String> names = new TreeSet<>(wanted.errand().takeOver());
    if (names.isEmpty()) {
      return Optional.empty();
    }
    visit.sessions(wanted.gate(), names).forEach(session -> names.remove(session.name()));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            refused(
                "take_over",
                "nobody is dialled in as "
                    + String.join(", ", names)
                    + ": write the accounts as the plan shows them"));
  }

  /** One that we know by another port, or another one behind the same address? */
  private Optional<Prepared> ambiguous(Wanted wanted) {
    Errand errand = wanted.errand();
    if (wanted.before().isPresent() || errand.name().isPresent()) {
      return Optional.empty();
    }
    List<String> there = known.at(errand.host());
    return there.isEmpty()
        ? Optional.empty()
        : Optional.of(
            refused(
                "name",
                "at "
                    + errand.host()
                    + " is "
                    + String.join(", ", there)
                    + " on record: write that name if it is this router, and a new one if not"));
  }

  private static String elsewhere(RouterRecord router, String host) {
    Particulars all = router.particulars();
    return all.name()
        + " is on record at "
        + all.host()
        + ", not at "
        + host
        + ": write that, or change it there first; another router needs another name";
  }

  private static Prepared refused(String field, String why) {
    return new Prepared.Refused(new RouterOutcome.Unfit(field, why));
  }

  private Router asAdmin(Errand errand) {
    return new Router(
        NOBODY,
        errand.name().orElse(errand.host()),
        errand.host(),
        errand.port(),
        errand.admin(),
        errand.trust(),
        settings.particulars().lists(),
        true);
  }

  private Wanted wanted(Errand errand, Optional<RouterRecord> found, Visit visit) {
    Optional<RouterRecord> before =
        found.or(() ->
            errand.name().isPresent()
                ? Optional.empty()
                : known.called(named(visit.identity()), errand.host()));
    Optional<Router> driven = before.flatMap(known::driven);
    boolean fresh = driven.filter(known::letsIn).isEmpty();
    String name =
        before
            .map(one -> one.particulars().name())
            .or(errand::name)
            .orElseGet(() -> named(visit.identity()));
    Gate gate =
        new Gate(
            errand.profiles(),
            RouterTerms.reports(errand.reports().orElse(settings.reportTo())),
            known.token(before, visit.tokens()),
            driven.map(Router::login).orElseGet(() -> ownUser(before)),
            fresh,
            before
                .map(one -> one.particulars().lists())
                .orElseGet(() -> settings.particulars().lists()),
            postOffice.networks().all(),
            errand.tapgate());
    return new Wanted(errand, before, name, gate);
  }

  /** With another password, as the one it had is not known here. */
  private static Router.Login ownUser(Optional<RouterRecord> before) {
    String name = before.map(one -> one.particulars().username()).orElse(OWN_USER);
    return new Router.Login(name, HookToken.fresh().value());
  }

  private static String named(String identity) {
    try {
      return RouterTerms.name(identity);
    } catch (IllegalArgumentException _) {
      return "router";
    }
  }

  private Prepared done(Visit visit, Wanted wanted, Plan plan, By by) {
    Set<String> kept = wanted.errand().takeOver();
    List<Session> open = kept.isEmpty() ? List.of() : visit.sessions(wanted.gate(), kept);
    Visit.Prepared way = visit.prepare(wanted.gate(), kept);
    if (wanted.before().filter(RouterRecord::fromEnvironment).isPresent()) {
      return told(wanted.before().get(), withEnvironment(wanted, plan, way), open, by);
    }
    Router as = reached(wanted, way);
    known.tryOut(as);
    return switch (registering.register(wanted.before(), as, wanted.gate().token(), by)) {
      case RouterOutcome.Done(RouterRecord router) -> told(router, plan, open, by);
      case RouterOutcome.DoneWithToken(RouterRecord router, var _) -> told(router, plan, open, by);
      case RouterOutcome.Refused why -> new Prepared.Refused(why);
    };
  }

  /** How it is reached, the environment alone says. */
  private Plan withEnvironment(Wanted wanted, Plan plan, Visit.Prepared way) {
    boolean reached = wanted.before().flatMap(known::driven).filter(known::letsIn).isPresent();
    return reached
        ? plan
        : plan.with(
            new Plan.ByHand(
                "the settings do not reach this router yet.",
                "Write ROUTER_PORT="
                    + way.port()
                    + ", ROUTER_TLS=pinned and ROUTER_FINGERPRINT="
                    + way.fingerprint()
                    + " into .env, and start Tapgate again."));
  }

  /** By the way the admin came, where that had TLS; else by the one that was just made. */
  private static Router reached(Wanted wanted, Visit.Prepared way) {
    Errand errand = wanted.errand();
    boolean plain = errand.trust() instanceof Trust.Plain;
    return new Router(
        wanted.before().map(RouterRecord::id).orElse(NOBODY),
        wanted.name(),
        errand.host(),
        plain ? way.port() : errand.port(),
        wanted.gate().login(),
        plain ? new Trust.Pinned(RouterTerms.fingerprint(way.fingerprint())) : errand.trust(),
        wanted.gate().lists(),
        errand.anywhere()
            || wanted.before().filter(one -> one.particulars().anywhere()).isPresent());
  }

  private Prepared told(RouterRecord router, Plan plan, List<Session> open, By by) {
    List<String> taken = new ArrayList<>();
    By answering = by.because("was connected when the router was prepared");
    for (Session session : open) {
      if (takingOver.takeOver(router.id(), session, answering)) {
        taken.add(session.name());
      }
    }
    Map<String, String> detail =
        Map.of(
            "steps",
            String.valueOf(plan.steps().size()),
            "closed",
            plan.closes().stream().map(Session::name).collect(Collectors.joining(", ")),
            "taken-over",
            String.join(", ", taken));
    transactions.executeWithoutResult(_ ->
        announce.publishEvent(
            new RouterChanged(router.id(), RouterChanged.What.PREPARED, by, detail)));
    log.info("router {} is prepared by {}", router.particulars().name(), by.actor());
    return new Prepared.Done(plan, router, taken);
  }
}
