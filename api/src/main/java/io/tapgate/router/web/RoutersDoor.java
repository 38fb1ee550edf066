package io.tapgate.router.web;

import io.tapgate.audit.Actor;
import io.tapgate.audit.By;
import io.tapgate.connection.RouterId;
import io.tapgate.doors.Asked;
import io.tapgate.doors.Fields;
import io.tapgate.doors.Needs;
import io.tapgate.doors.Scope;
import io.tapgate.doors.Visitor;
import io.tapgate.router.AddingRouters;
import io.tapgate.router.ChangingRouters;
import io.tapgate.router.RemovingRouters;
import io.tapgate.router.RenewingHookTokens;
import io.tapgate.router.RouterOutcome;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.RouterRecords;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

/** Routers, as admins see and change them. A password goes in here and never comes out. */
@RestController
@RequestMapping("/api/v1/routers")
class RoutersDoor {
  private static final String WHICHEVER = "*";
  private static final int NONE = -1;

  private final RouterRecords records;
  private final AddingRouters adding;
  private final ChangingRouters changing;
  private final RemovingRouters removing;
  private final RenewingHookTokens renewing;
  private final RouterView view;

  RoutersDoor(
      RouterRecords records,
      AddingRouters adding,
      ChangingRouters changing,
      RemovingRouters removing,
      RenewingHookTokens renewing,
      RouterView view) {
    this.records = records;
    this.adding = adding;
    this.changing = changing;
    this.removing = removing;
    this.renewing = renewing;
    this.view = view;
  }

  @Needs(Scope.READ)
  @GetMapping
  Map<String, @Nullable Object> list(@RequestParam Map<String, String> parameters) {
    return view.page(RouterPage.of(records.all(), Asked.of(parameters)));
  }

  @Needs(Scope.READ)
  @GetMapping("/{id}")
  ResponseEntity<?> one(@PathVariable long id) {
    return records
        .find(new RouterId(id))
        .<ResponseEntity<?>>map(router -> shown(200, router).body(view.of(router)))
        .orElseGet(() -> RouterProblems.answer(new RouterOutcome.Unknown()));
  }

  @Needs(Scope.ADMIN)
  @PostMapping
  ResponseEntity<?> add(@AuthenticationPrincipal Visitor.Admin who, @RequestBody JsonNode body) {
    return answer(201, adding.add(RouterBody.read(body), by(who)));
  }

  @Needs(Scope.ADMIN)
  @PatchMapping("/{id}")
  ResponseEntity<?> change(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
      @RequestBody JsonNode body) {
    return seen == null
        ? RouterProblems.versionMissing()
        : answer(
            200, changing.change(new RouterId(id), version(seen), RouterBody.read(body), by(who)));
  }

  @Needs(Scope.ADMIN)
  @DeleteMapping("/{id}")
  ResponseEntity<?> remove(@AuthenticationPrincipal Visitor.Admin who, @PathVariable long id) {
    return removing.remove(new RouterId(id), by(who)) instanceof RouterOutcome.Refused refused
        ? RouterProblems.answer(refused)
        : ResponseEntity.noContent().build();
  }

  @Needs(Scope.ADMIN)
  @PostMapping("/{id}/hook-token")
  ResponseEntity<?> renew(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody(required = false) @Nullable JsonNode body) {
    return answer(200, renewing.renew(new RouterId(id), overlap(body), by(who)));
  }

  private static Duration overlap(@Nullable JsonNode body) {
    return body == null
        ? Overlap.USUAL
        : Fields.of(body).read("overlap", Overlap::read).orElse(Overlap.USUAL);
  }

  private ResponseEntity<?> answer(int status, RouterOutcome outcome) {
    return switch (outcome) {
      case RouterOutcome.Done(RouterRecord router) -> shown(status, router).body(view.of(router));
      case RouterOutcome.DoneWithToken(RouterRecord router, var token) ->
          shown(status, router)
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .body(view.of(router, token));
      case RouterOutcome.Refused refused -> RouterProblems.answer(refused);
    };
  }

  private static ResponseEntity.BodyBuilder shown(int status, RouterRecord router) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).eTag("\"" + router.version() + "\"");
    return status == 201
        ? answer.location(URI.create("/api/v1/routers/" + router.id().value()))
        : answer;
  }

  /** What no version is written like matches none. */
  private static Optional<Integer> version(String seen) {
    String bare = seen.replaceFirst("^W/", "").replace("\"", "").strip();
    if (bare.equals(WHICHEVER)) {
      return Optional.empty();
    }
    return Optional.of(bare.matches("[0-9]{1,9}") ? Integer.parseInt(bare) : NONE);
  }

  private static By by(Visitor.Admin who) {
    return new By(new Actor.Key(who.key()), Optional.empty());
  }
}
