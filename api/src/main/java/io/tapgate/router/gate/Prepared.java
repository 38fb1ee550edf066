package io.tapgate.router.gate;

import io.tapgate.router.RouterOutcome;
import io.tapgate.router.RouterRecord;
import java.util.List;

/** What became of an admin's wish that a router be prepared, or be as it was. */
public sealed interface Prepared {

  /** This would be done. Nothing was. */
  record Planned(Plan plan) implements Prepared {}

  /**
   * It is done, and was read back.
   *
   * @param takenOver accounts whose sessions go on as confirmed
   */
  record Done(Plan plan, RouterRecord router, List<String> takenOver) implements Prepared {}

  /** Another plan was agreed to than what would be done by now. Nothing was. */
  record Otherwise(Plan plan) implements Prepared {}

  /** Of what is on record, or of where it is. Nothing was done to the router. */
  record Refused(RouterOutcome.Refused why) implements Prepared {}

  /** The router is not to be reached, or does not let anybody in. Begun, it can be begun again. */
  record Unreached(String why) implements Prepared {}

  /** It answered, and the answer is no. Begun, it can be begun again. */
  record TurnedDown(String why) implements Prepared {}
}
