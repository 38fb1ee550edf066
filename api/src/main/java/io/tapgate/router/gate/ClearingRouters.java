package io.tapgate.router.gate;

import io.tapgate.audit.By;
import io.tapgate.connection.RouterId;
import io.tapgate.router.RemovingRouters;
import io.tapgate.router.RouterChanged;
import io.tapgate.router.RouterOutcome;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.RouterRecords;
import io.tapgate.router.RouterTrouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * An admin has everything of ours taken off a router, and the router off the record. First nobody
 * drives it any more, or what is taken away would be put back; interrupted after that it stays on
 * record, disabled, and this is begun again. The environment's stays on record, as the environment
 * says so; with our user there, which goes last, our way in is gone.
 */
@Service
public class ClearingRouters {
  private static final Logger log = LoggerFactory.getLogger(ClearingRouters.class);

  private static final Plan.ByHand STILL_NAMED =
      new Plan.ByHand(
          "the settings still name this router.",
          "Stop Tapgate, or write another router into .env and start it again: until then it says"
              + " of this one that it is not let in.");

  private final Visits visits;
  private final RouterRecords records;
  private final RemovingRouters removing;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher announce;

  ClearingRouters(
      Visits visits,
      RouterRecords records,
      RemovingRouters removing,
      TransactionOperations transactions,
      ApplicationEventPublisher announce) {
    this.visits = visits;
    this.records = records;
    this.removing = removing;
    this.transactions = transactions;
    this.announce = announce;
  }

  public Prepared plan(RouterId id, Entrance entrance) {
    return visiting(
        id,
        entrance,
        (visit, router) -> new Prepared.Planned(visit.removal(router.particulars().lists())));
  }

  /**
   * @param agreed the mark of the plan that is agreed to; empty: to whatever it is
   */
  public Prepared clear(RouterId id, Entrance entrance, Optional<String> agreed, By by) {
    return visiting(
        id,
        entrance,
        (visit, router) -> {
          Plan plan = visit.removal(router.particulars().lists());
          return agreed.map(plan.mark()::equals).orElse(true)
              ? cleared(visit, router, plan, by)
              : new Prepared.Otherwise(plan);
        });
  }

  private Prepared cleared(Visit visit, RouterRecord router, Plan plan, By by) {
    if (removing.retire(router, by) instanceof RouterOutcome.Refused why) {
      return new Prepared.Refused(why);
    }
    visit.remove(router.particulars().lists());
    transactions.executeWithoutResult(_ ->
        announce.publishEvent(
            new RouterChanged(
                router.id(),
                RouterChanged.What.CLEARED,
                by,
                Map.of("steps", String.valueOf(plan.steps().size())))));
    log.info("router {} is cleared by {}", router.particulars().name(), by.actor());
    if (router.fromEnvironment()) {
      return new Prepared.Done(plan.with(STILL_NAMED), router, List.of());
    }
    return removing.remove(router.id(), by) instanceof RouterOutcome.Refused why
        ? new Prepared.Refused(why)
        : new Prepared.Done(plan, router, List.of());
  }

  /** One visit, at a router that is on record. */
  private interface Work {
    Prepared at(Visit visit, RouterRecord router);
  }

  private Prepared visiting(RouterId id, Entrance entrance, Work work) {
    Optional<RouterRecord> router = records.find(id);
    if (router.isEmpty()) {
      return new Prepared.Refused(new RouterOutcome.Unknown());
    }
    try (Visit visit = visits.begin(entrance.into(router.get()))) {
      return work.at(visit, router.get());
    } catch (RouterTrouble.Silent silent) {
      return new Prepared.Unreached(String.valueOf(silent.getMessage()));
    } catch (RouterTrouble.Refused no) {
      return new Prepared.TurnedDown(String.valueOf(no.getMessage()));
    }
  }
}
