package io.tapgate.admin.web;

import io.tapgate.admin.ListedConnection;
import io.tapgate.admin.Lists;
import io.tapgate.admin.Page;
import io.tapgate.admin.why.Explaining;
import io.tapgate.connection.Answered;
import io.tapgate.connection.Cause;
import io.tapgate.connection.ConfirmingOnBehalf;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionId;
import io.tapgate.connection.Disconnecting;
import io.tapgate.connection.Rejecting;
import io.tapgate.doors.Asked;
import io.tapgate.doors.Fields;
import io.tapgate.doors.Needs;
import io.tapgate.doors.Problems;
import io.tapgate.doors.Scope;
import io.tapgate.doors.Visitor;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Connections: who is here, who was, and an admin's word about one. */
@RestController
@RequestMapping("/api/v1/connections")
class ConnectionsDoor {
  private static final String WHAT = "connection";

  private final Lists lists;
  private final Explaining explaining;
  private final ConfirmingOnBehalf confirming;
  private final Rejecting rejecting;
  private final Disconnecting disconnecting;

  ConnectionsDoor(
      Lists lists,
      Explaining explaining,
      ConfirmingOnBehalf confirming,
      Rejecting rejecting,
      Disconnecting disconnecting) {
    this.lists = lists;
    this.explaining = explaining;
    this.confirming = confirming;
    this.rejecting = rejecting;
    this.disconnecting = disconnecting;
  }

  @Needs(Scope.READ)
  @GetMapping
  Page<ListedConnection> list(@RequestParam Map<String, String> parameters) {
    return lists.connections(Asked.of(parameters));
  }

  @Needs(Scope.READ)
  @GetMapping("/{id}")
  ResponseEntity<?> one(@PathVariable long id) {
    return Answers.orUnknown(lists.connection(id), WHAT);
  }

  @Needs(Scope.READ)
  @GetMapping("/{id}/why")
  ResponseEntity<?> why(@PathVariable long id) {
    return Answers.orUnknown(explaining.explain(id), WHAT);
  }

  /** The way in without a phone: needs a reason, and everybody hears of it. */
  @Needs(Scope.OPERATE)
  @PostMapping("/{id}/confirm")
  ResponseEntity<?> confirm(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody(required = false) @Nullable JsonNode body) {
    Fields fields = Orders.fields(body);
    return answered(id, of -> confirming.confirm(of, Orders.byWithReason(who, fields)));
  }

  @Needs(Scope.OPERATE)
  @PostMapping("/{id}/reject")
  ResponseEntity<?> reject(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody(required = false) @Nullable JsonNode body) {
    Fields fields = Orders.fields(body);
    return answered(id, of -> rejecting.reject(of, Cause.ADMIN, Orders.by(who, fields)));
  }

  @Needs(Scope.OPERATE)
  @PostMapping("/{id}/disconnect")
  ResponseEntity<?> disconnect(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody(required = false) @Nullable JsonNode body) {
    Fields fields = Orders.fields(body);
    return answered(id, of -> disconnecting.disconnect(of, Orders.by(who, fields)));
  }

  private ResponseEntity<?> answered(long id, Function<ConnectionId, Answered> order) {
    if (lists.connection(id).isEmpty()) {
      return Answers.unknown(WHAT);
    }
    Answered answered = order.apply(new ConnectionId(id));
    return answered.accepted()
        ? Answers.orUnknown(lists.connection(id), WHAT)
        : Answers.refused(tooLate(answered.connection()));
  }

  private static ProblemDetail tooLate(Connection now) {
    String state = now.state().name().toLowerCase(Locale.ROOT);
    ProblemDetail problem =
        Problems.of(
            409,
            "not-in-this-state",
            "This connection is " + state + ": that cannot be done any more.",
            "Nothing was changed. `why` says how it came there.");
    problem.setProperty("state", state);
    return problem;
  }
}
