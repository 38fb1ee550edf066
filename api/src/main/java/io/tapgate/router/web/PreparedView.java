package io.tapgate.router.web;

import io.tapgate.doors.Problems;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.Session;
import io.tapgate.router.gate.Plan;
import io.tapgate.router.gate.Prepared;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What would be done to a router, or was, as an answer shows it. */
@Component
class PreparedView {
  private final RouterView routers;

  PreparedView(RouterView routers) {
    this.routers = routers;
  }

  ResponseEntity<?> answer(Prepared prepared) {
    return switch (prepared) {
      case Prepared.Planned(Plan plan) ->
          ResponseEntity.ok(body(plan, false, Optional.empty(), List.of()));
      case Prepared.Done(Plan plan, RouterRecord router, List<String> takenOver) ->
          ResponseEntity.ok(body(plan, true, Optional.of(router), takenOver));
      case Prepared.Refused(var why) -> RouterProblems.answer(why);
      case Prepared.Otherwise(Plan plan) -> problem(otherwise(plan));
      case Prepared.Unreached(String why) -> problem(unreached(why));
      case Prepared.TurnedDown(String why) -> problem(turnedDown(why));
    };
  }

  private Map<String, @Nullable Object> body(
      Plan plan, boolean applied, Optional<RouterRecord> router, List<String> takenOver) {
    Map<String, @Nullable Object> body = shown(plan);
    body.put("applied", applied);
    body.put("taken_over", takenOver);
    router.ifPresent(done -> body.put("router", routers.of(done)));
    return body;
  }

  private static Map<String, @Nullable Object> shown(Plan plan) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("there", plan.there());
    body.put("steps", plan.steps());
    body.put("closes", plan.closes().stream().map(PreparedView::closed).toList());
    body.put("by_hand", plan.byHand());
    body.put("mark", plan.mark());
    return body;
  }

  private static Map<String, @Nullable Object> closed(Session session) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("account", session.name());
    shown.put("address", session.address().toString());
    shown.put("caller", session.caller());
    return shown;
  }

  private static ProblemDetail otherwise(Plan plan) {
    ProblemDetail problem =
        Problems.of(
            409,
            "plan-changed",
            "The router is not as it was when the plan was made.",
            "Read the new plan, and send its `mark`. Nothing was changed.");
    problem.setProperty("plan", shown(plan));
    return problem;
  }

  private static ProblemDetail unreached(String why) {
    return Problems.of(
        504,
        "router-silent",
        why + ".",
        "What was begun is not harmed by being done again: send it again once the router answers.");
  }

  private static ProblemDetail turnedDown(String why) {
    return Problems.of(
        502,
        "router-refused",
        why + ".",
        "Mend that, and send it again: what is done already is found done.");
  }

  private static ResponseEntity<ProblemDetail> problem(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }
}
