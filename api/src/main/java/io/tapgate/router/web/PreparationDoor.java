package io.tapgate.router.web;

import io.tapgate.audit.Actor;
import io.tapgate.audit.By;
import io.tapgate.connection.RouterId;
import io.tapgate.doors.Fields;
import io.tapgate.doors.Needs;
import io.tapgate.doors.Scope;
import io.tapgate.doors.Visitor;
import io.tapgate.router.gate.ClearingRouters;
import io.tapgate.router.gate.Entrance;
import io.tapgate.router.gate.Errand;
import io.tapgate.router.gate.PreparingRouters;
import io.tapgate.router.gate.WritingScripts;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * A router is set up, or made what it was before. Without {@code apply} it is only told what would
 * be done. The admin's login at the router is used for this one visit, and neither kept nor logged.
 */
@RestController
@RequestMapping("/api/v1/routers")
class PreparationDoor {
  private final PreparingRouters preparing;
  private final ClearingRouters clearing;
  private final WritingScripts writing;
  private final PreparedView view;

  PreparationDoor(
      PreparingRouters preparing,
      ClearingRouters clearing,
      WritingScripts writing,
      PreparedView view) {
    this.preparing = preparing;
    this.clearing = clearing;
    this.writing = writing;
    this.view = view;
  }

  @Needs(Scope.ADMIN)
  @PostMapping("/preparation")
  ResponseEntity<?> prepare(
      @AuthenticationPrincipal Visitor.Admin who, @RequestBody JsonNode body) {
    Fields fields = Fields.of(body);
    Errand errand = ErrandBody.read(fields, body);
    return view.answer(
        ErrandBody.applies(fields) ? preparing.prepare(errand, by(who)) : preparing.plan(errand));
  }

  @Needs(Scope.ADMIN)
  @PostMapping("/{id}/clearing")
  ResponseEntity<?> clear(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody JsonNode body) {
    Fields fields = Fields.of(body);
    RouterId router = new RouterId(id);
    Entrance entrance = ErrandBody.entrance(fields);
    return view.answer(
        ErrandBody.applies(fields)
            ? clearing.clear(router, entrance, ErrandBody.agreed(fields), by(who))
            : clearing.plan(router, entrance));
  }

  /** It holds a password and a token: shown this once, and kept by nobody on the way. */
  @Needs(Scope.ADMIN)
  @PostMapping("/{id}/script")
  ResponseEntity<?> script(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody JsonNode body) {
    Fields fields = Fields.of(body);
    return switch (writing.write(
        new RouterId(id),
        ErrandBody.profiles(body),
        ErrandBody.reports(fields),
        ErrandBody.tapgate(fields),
        by(who))) {
      case WritingScripts.Written.Script(String text) ->
          ResponseEntity.ok()
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .body(Map.of("script", text));
      case WritingScripts.Written.Refused(var why) -> RouterProblems.answer(why);
    };
  }

  private static By by(Visitor.Admin who) {
    return new By(new Actor.Key(who.key()), Optional.empty());
  }
}
