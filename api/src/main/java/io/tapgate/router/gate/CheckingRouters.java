package io.tapgate.router.gate;

import io.tapgate.connection.RouterId;
import io.tapgate.doors.DoorSettings;
import io.tapgate.doors.KeyDigest;
import io.tapgate.router.Comparing;
import io.tapgate.router.Difference;
import io.tapgate.router.HookToken;
import io.tapgate.router.PostOffice;
import io.tapgate.router.Router;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.RouterDoors;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.RouterRecords;
import io.tapgate.router.RouterSettings;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Routers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Looks at a router and says what is wrong there, what comes of it, and what to do. Nothing is
 * changed: neither on the router, nor in what is on record of it but these words.
 */
@Service
public class CheckingRouters {
  private final RouterRecords records;
  private final Routers routers;
  private final RouterDoors doors;
  private final Inspections inspections;
  private final Comparing comparing;
  private final Findings findings;
  private final PostOffice postOffice;
  private final RouterSettings settings;
  private final DoorSettings keys;

  CheckingRouters(
      RouterRecords records,
      Routers routers,
      RouterDoors doors,
      Inspections inspections,
      Comparing comparing,
      Findings findings,
      PostOffice postOffice,
      RouterSettings settings,
      DoorSettings keys) {
    this.records = records;
    this.routers = routers;
    this.doors = doors;
    this.inspections = inspections;
    this.comparing = comparing;
    this.findings = findings;
    this.postOffice = postOffice;
    this.settings = settings;
    this.keys = keys;
  }

  /** Looks now, and writes down what it found; empty: there is no such router. */
  public Optional<Findings.Checked> check(RouterId id) {
    return records
        .find(id)
        .map(router -> {
          findings.write(id, found(router));
          return findings.read(id);
        });
  }

  private List<Finding> found(RouterRecord router) {
    if (router.particulars().disabled()) {
      return List.of(Trouble.disabled());
    }
    return routers.now().driven().stream()
        .filter(one -> one.id().equals(router.id()))
        .findFirst()
        .map(this::found)
        .orElseGet(() -> List.of(Trouble.locked()));
  }

  private List<Finding> found(Router router) {
    try {
      List<Finding> all =
          new ArrayList<>(
              inspections.inspect(
                  router,
                  new Inspections.Expected(
                      settings.reportTo().replaceFirst("/+$", ""),
                      postOffice.networks().all(),
                      token -> opens(router.id(), token),
                      findings.now())));
      lists(router).ifPresent(all::add);
      return all;
    } catch (RouterTrouble.Silent silent) {
      return List.of(Trouble.silent(String.valueOf(silent.getMessage())));
    } catch (RouterTrouble.Refused no) {
      return List.of(Trouble.refused(String.valueOf(no.getMessage())));
    }
  }

  private Optional<Finding> lists(Router router) {
    try (RouterDoor door = doors.open(router)) {
      List<Difference> differences = comparing.compare(router, door);
      return differences.isEmpty() ? Optional.empty() : Optional.of(Trouble.lists(differences));
    }
  }

  private Inspections.Opens opens(RouterId router, HookToken token) {
    KeyDigest digest = token.digest();
    boolean first = router.equals(routers.first()) && digest.equals(KeyDigest.of(keys.hookToken()));
    if (first || records.isShown(router, digest)) {
      return Inspections.Opens.YES;
    }
    return router.equals(routers.now().hooks().get(digest))
        ? Inspections.Opens.FOR_A_WHILE
        : Inspections.Opens.NOTHING;
  }
}
