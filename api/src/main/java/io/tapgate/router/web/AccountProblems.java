package io.tapgate.router.web;

import io.tapgate.client.AccountName;
import io.tapgate.doors.FieldRefused;
import io.tapgate.doors.Problems;
import io.tapgate.router.RouterOutcome;
import io.tapgate.router.account.AccountOutcome;
import io.tapgate.router.account.AccountProfile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Why an account is not what an admin wanted, and the way out. */
final class AccountProblems {
  private AccountProblems() {}

  static ResponseEntity<ProblemDetail> answer(AccountOutcome.Refused refused) {
    if (refused instanceof AccountOutcome.NoRouter) {
      return RouterProblems.answer(new RouterOutcome.Unknown());
    }
    ProblemDetail problem = problem(refused);
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  /** Of what no account can be called. */
  static ResponseEntity<ProblemDetail> noName() {
    ProblemDetail problem =
        Problems.of(
            404,
            "unknown",
            "There is no account of this name on this router.",
            "List its accounts to see those there are.");
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  private static ProblemDetail problem(AccountOutcome.Refused refused) {
    return switch (refused) {
      case AccountOutcome.NoRouter _ -> throw new IllegalStateException("said by its own door");
      case AccountOutcome.SwitchedOff _ ->
          Problems.of(
              409,
              "disabled",
              "This router is disabled: nobody speaks to it.",
              "Enable it first, then try again. Nothing was changed.");
      case AccountOutcome.Locked _ ->
          Problems.of(
              409,
              "locked",
              "The password for this router does not open with the key of this Tapgate.",
              "Give the router its password again, or start with the TAPGATE_KEY it was kept with.");
      case AccountOutcome.Silent silent -> silent(silent);
      case AccountOutcome.Declined(String why) ->
          Problems.of(
              502,
              "router-refused",
              "The router would not do it: " + why + ".",
              "Look at the router; what it says is what is to be set right. Then try again.");
      case AccountOutcome.Unknown(AccountName name) ->
          Problems.of(
              404,
              "unknown",
              "There is no account " + name + " on this router.",
              "List its accounts to see those there are.");
      case AccountOutcome.NotOurs(AccountName name) -> notOurs(name);
      case AccountOutcome.Taken(AccountName name, boolean ours) -> taken(name, ours);
      case AccountOutcome.NoProfile(var asked, var there) -> noProfile(asked, there);
      case AccountOutcome.OtherChat(AccountName name, var known) ->
          about(
              "chat_id",
              Problems.of(
                  409,
                  "other-chat",
                  name + " is asked in chat " + known + " already.",
                  "Leave chat_id out, or change the client's chat first. Nothing was changed."));
      case AccountOutcome.Busy(AccountName name) ->
          Problems.of(
              409,
              "busy",
              "Somebody else is changing the client " + name + " just now.",
              "Send the same again in a moment. Nothing was changed.");
    };
  }

  private static ProblemDetail silent(AccountOutcome.Silent silent) {
    return Problems.of(
        504,
        "router-silent",
        "The router does not answer: " + silent.why() + ".",
        silent.begun()
            ? "Nobody knows whether it was done. When the router answers again, list its accounts;"
                + " sending the same again does no harm, and an account whose password nobody"
                + " has heard can be given another one."
            : "Nothing was changed there. Try again when the router answers.");
  }

  private static ProblemDetail notOurs(AccountName name) {
    return Problems.of(
        409,
        "not-ours",
        "The account " + name + " is not Tapgate's: its comment does not begin with tapgate.",
        "If Tapgate may change it, write the word tapgate at the beginning of its comment on the"
            + " router, then try again. Nothing was changed.");
  }

  private static ProblemDetail taken(AccountName name, boolean ours) {
    return about(
        "name",
        Problems.of(
            409,
            "exists",
            "There is an account " + name + " on this router already.",
            ours
                ? "Give it another password, or remove it first. It was not changed."
                : "It is not Tapgate's, and was not changed. Write another name; or write the word"
                    + " tapgate at the beginning of its comment on the router, and give it another"
                    + " password."));
  }

  private static ProblemDetail noProfile(Optional<String> asked, List<AccountProfile> there) {
    String gated = names(there.stream().filter(AccountProfile::gated));
    String why =
        asked
            .map(name ->
                "there is no profile "
                    + name
                    + " on this router; write one of "
                    + names(there.stream()))
            .orElse(
                gated.isEmpty()
                    ? "no profile puts its clients behind the gate: prepare the router first"
                    : "several profiles put their clients behind the gate; write one of " + gated);
    return Problems.of(new FieldRefused("profile", why));
  }

  private static String names(Stream<AccountProfile> profiles) {
    return profiles.map(AccountProfile::name).collect(Collectors.joining(", "));
  }

  private static ProblemDetail about(String field, ProblemDetail problem) {
    problem.setProperty("field", field);
    return problem;
  }
}
