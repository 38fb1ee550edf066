package io.tapgate.router.web;

import io.tapgate.doors.FieldRefused;
import io.tapgate.doors.Problems;
import io.tapgate.router.RouterOutcome;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Why a router is not what an admin wanted, and the way out. */
final class RouterProblems {
  private RouterProblems() {}

  static ResponseEntity<ProblemDetail> answer(RouterOutcome.Refused refused) {
    return answer(problem(refused));
  }

  static ResponseEntity<ProblemDetail> versionMissing() {
    return answer(
        Problems.of(
            428,
            "no-version",
            "Which version of the router is to be changed is not said.",
            "Read it, and send its ETag as If-Match; `*` is whichever there is."));
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  private static ProblemDetail problem(RouterOutcome.Refused refused) {
    return switch (refused) {
      case RouterOutcome.Unknown _ ->
          Problems.of(
              404,
              "unknown",
              "There is no such router.",
              "GET /api/v1/routers lists those there are.");
      case RouterOutcome.FollowsTheEnvironment _ ->
          Problems.of(
              409,
              "follows-the-environment",
              "This router is the one that the environment describes.",
              "All of it is changed there alone: ROUTER_HOST and its neighbours, HOOK_TOKEN, the lists and"
                  + " limits. Then start again. It is neither disabled nor forgotten.");
      case RouterOutcome.ChangedMeanwhile(int version) ->
          Problems.of(
              412,
              "stale",
              "The router was changed since you read it: it is at version " + version + ".",
              "Read it again, and send what is still to be changed with its new ETag.");
      case RouterOutcome.InUse(int connections) ->
          Problems.of(
              409,
              "in-use",
              "Connections are open through this router: " + connections + ".",
              "Disconnect them first (`connection list --router`, `connection disconnect`), or wait until"
                  + " they hang up.");
      case RouterOutcome.Unfit(String field, String why) ->
          Problems.of(new FieldRefused(field, why));
      case RouterOutcome.NameTaken(String name) -> nameTaken(name);
      case RouterOutcome.KeptAway(String why) -> keptAway(why);
    };
  }

  private static ProblemDetail nameTaken(String name) {
    ProblemDetail problem =
        Problems.of(
            409,
            "exists",
            "name: another router is called " + name + ".",
            "Write a name that no other router has.");
    problem.setProperty("field", "name");
    return problem;
  }

  private static ProblemDetail keptAway(String why) {
    ProblemDetail problem =
        Problems.of(
            400,
            "kept-away",
            "host: " + why + ", and Tapgate keeps away from it.",
            "Write the router's own address; if it really is this one, send `anywhere: true` too.");
    problem.setProperty("field", "host");
    return problem;
  }
}
