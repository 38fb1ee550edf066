package io.tapgate.admin.web;

import io.tapgate.admin.Erasing;
import io.tapgate.admin.ListedClient;
import io.tapgate.admin.Lists;
import io.tapgate.admin.Page;
import io.tapgate.audit.By;
import io.tapgate.client.ClientId;
import io.tapgate.client.Enrolling;
import io.tapgate.client.Profile;
import io.tapgate.doors.Asked;
import io.tapgate.doors.Fields;
import io.tapgate.doors.Needs;
import io.tapgate.doors.Problems;
import io.tapgate.doors.Scope;
import io.tapgate.doors.Visitor;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Clients: who they are, and what is written down about them. */
@RestController
@RequestMapping("/api/v1/clients")
class ClientsDoor {
  static final String WHAT = "client";

  private final Lists lists;
  private final Enrolling enrolling;
  private final Erasing erasing;

  ClientsDoor(Lists lists, Enrolling enrolling, Erasing erasing) {
    this.lists = lists;
    this.enrolling = enrolling;
    this.erasing = erasing;
  }

  @Needs(Scope.READ)
  @GetMapping
  Page<ListedClient> list(@RequestParam Map<String, String> parameters) {
    return lists.clients(Asked.of(parameters));
  }

  @Needs(Scope.READ)
  @GetMapping("/{id}")
  ResponseEntity<?> one(@PathVariable long id) {
    Optional<ListedClient> found = lists.client(id);
    return found.isPresent()
        ? Answers.versioned(found.get(), found.get().version())
        : Answers.unknown(WHAT);
  }

  @Needs(Scope.ADMIN)
  @PostMapping
  ResponseEntity<?> add(@AuthenticationPrincipal Visitor.Admin who, @RequestBody JsonNode body) {
    Profile profile = Profiles.fresh(Fields.of(body));
    return switch (enrolling.enrol(profile, Orders.by(who))) {
      case Enrolling.Outcome.Done(var id) -> created(id);
      case Enrolling.Outcome.Taken _ -> Answers.refused(taken(body));
      case Enrolling.Outcome.Stale _, Enrolling.Outcome.Unknown _ ->
          throw new IllegalStateException("nobody new is stale or unknown");
    };
  }

  @Needs(Scope.ADMIN)
  @PatchMapping("/{id}")
  ResponseEntity<?> change(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestHeader(name = "If-Match", defaultValue = "") String ifMatch,
      @RequestBody JsonNode body) {
    Optional<Integer> version = Answers.version(ifMatch);
    if (lists.client(id).isEmpty()) {
      return Answers.unknown(WHAT);
    }
    if (version.isEmpty() && !Answers.isWhichever(ifMatch)) {
      return Answers.withoutVersion();
    }
    return switch (amend(new ClientId(id), body, version, Orders.by(who))) {
      case Enrolling.Outcome.Done _ -> one(id);
      case Enrolling.Outcome.Taken _ -> Answers.refused(taken(body));
      case Enrolling.Outcome.Stale(int now) -> Answers.stale(now);
      case Enrolling.Outcome.Unknown _ -> Answers.unknown(WHAT);
    };
  }

  /** Two may want the same name in the same instant: then the database tells the second. */
  private Enrolling.Outcome amend(ClientId id, JsonNode body, Optional<Integer> seen, By by) {
    try {
      return enrolling.amend(id, before -> Profiles.changed(before, body), seen, by);
    } catch (DuplicateKeyException _) {
      return new Enrolling.Outcome.Taken();
    }
  }

  /** With all that is on record about them, but for the audit. */
  @Needs(Scope.ADMIN)
  @DeleteMapping("/{id}")
  ResponseEntity<?> remove(@AuthenticationPrincipal Visitor.Admin who, @PathVariable long id) {
    return switch (erasing.erase(new ClientId(id), Orders.by(who))) {
      case ERASED -> ResponseEntity.noContent().build();
      case UNKNOWN -> Answers.unknown(WHAT);
      case CONNECTED ->
          Answers.refused(
              inUse("This client is connected.", "Lock or disconnect them first, then try again."));
      case BANNED ->
          Answers.refused(
              inUse(
                  "This client is banned or locked, and that would be forgotten with them.",
                  "Lift it first, then try again."));
      case OWED ->
          Answers.refused(
              inUse(
                  "A router still keeps this client's address out, or was not read back yet.",
                  "Lift the bans, wait until the routers show it, and try again."));
    };
  }

  private ResponseEntity<?> created(ClientId id) {
    ListedClient added = lists.client(id.value()).orElseThrow();
    return ResponseEntity.created(URI.create("/api/v1/clients/" + id.value()))
        .header("ETag", Answers.etag(added.version()))
        .body(added);
  }

  /** Without a name a client is known by its chat. */
  private static ProblemDetail taken(JsonNode body) {
    ProblemDetail problem =
        Problems.of(
            409,
            "exists",
            "There is such a client already.",
            "Find it by its name or chat, and change that one.");
    problem.setProperty("field", body.hasNonNull("name") ? "name" : "chat_id");
    return problem;
  }

  private static ProblemDetail inUse(String sentence, String advice) {
    return Problems.of(409, "in-use", sentence, advice + " Nothing was changed.");
  }
}
