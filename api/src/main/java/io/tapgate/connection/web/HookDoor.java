package io.tapgate.connection.web;

import io.tapgate.address.Caller;
import io.tapgate.address.TunnelAddress;
import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.client.Introduction;
import io.tapgate.connection.Connecting;
import io.tapgate.connection.Connection;
import io.tapgate.connection.Dial;
import io.tapgate.connection.Ending;
import io.tapgate.connection.Report;
import io.tapgate.connection.RouterId;
import io.tapgate.connection.RouterReported;
import io.tapgate.connection.SessionId;
import io.tapgate.doors.Fields;
import io.tapgate.doors.Problems;
import io.tapgate.doors.Visitor;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A router reports a session up or down. An answer of 200 is kept, come what may. */
@RestController
class HookDoor {
  private final Connecting connecting;
  private final Ending ending;
  private final WaitingRoom room;
  private final ApplicationEventPublisher announce;

  HookDoor(
      Connecting connecting, Ending ending, WaitingRoom room, ApplicationEventPublisher announce) {
    this.connecting = connecting;
    this.ending = ending;
    this.room = room;
    this.announce = announce;
  }

  record Connected(long connection, String state, Instant expires_at) {}

  record Ended(String state) {}

  @PostMapping("/client/connect")
  ResponseEntity<?> connect(
      @AuthenticationPrincipal Visitor.Hook hook, @RequestBody JsonNode body) {
    Report report = report(hook, Fields.of(body));
    Connecting.Outcome outcome = room.served(() -> connecting.reported(report));
    announce.publishEvent(new RouterReported(report.dial().router()));
    return outcome.client().chat().isPresent()
        ? ResponseEntity.ok(connected(outcome.connection()))
        : refuse(nobodyToAsk());
  }

  @PostMapping("/client/disconnect")
  ResponseEntity<?> disconnect(
      @AuthenticationPrincipal Visitor.Hook hook, @RequestBody JsonNode body) {
    Report report = report(hook, Fields.of(body));
    Optional<Connection> ended = room.served(() -> ending.reported(report));
    announce.publishEvent(new RouterReported(report.dial().router()));
    return ended.isPresent()
        ? ResponseEntity.ok(new Ended(word(ended.get())))
        : refuse(nothingToEnd());
  }

  private static Report report(Visitor.Hook hook, Fields fields) {
    Dial dial =
        new Dial(
            new RouterId(hook.router()),
            fields.require("source_ip", TunnelAddress::reported),
            fields.require("caller_id", Caller::reported),
            fields.read("destination_ip", text -> TunnelAddress.parse(text).toString()),
            fields.read("session", SessionId::new),
            fields.read("service", HookDoor::service));
    return new Report(who(fields), dial);
  }

  private static Introduction who(Fields fields) {
    Optional<AccountName> name = fields.read("name", AccountName::new);
    return fields
        .read("chat_id", HookDoor::personal)
        .map(chat -> new Introduction(name, Optional.of(chat)))
        .orElseGet(() ->
            new Introduction(
                Optional.of(name.orElseGet(() -> fields.require("name", AccountName::new))),
                Optional.empty()));
  }

  private static ChatId personal(String text) {
    if (!text.matches("-?[0-9]{1,18}")) {
      throw new IllegalArgumentException("is not a chat's number");
    }
    ChatId chat = new ChatId(Long.parseLong(text));
    if (chat.value() <= 0) {
      throw new IllegalArgumentException(
          "a group's id is not accepted: write the number of the person's own chat");
    }
    return chat;
  }

  private static String service(String text) {
    if (!text.matches("[A-Za-z0-9_-]{1,32}")) {
      throw new IllegalArgumentException("is not the name of a service such as l2tp or sstp");
    }
    return text;
  }

  private static Connected connected(Connection connection) {
    return new Connected(
        connection.id().value(), word(connection), connection.moments().deadline());
  }

  private static String word(Connection connection) {
    return connection.state().name().toLowerCase(Locale.ROOT);
  }

  private static ResponseEntity<ProblemDetail> refuse(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  private static ProblemDetail nobodyToAsk() {
    return Problems.of(
        404,
        "nobody-to-ask",
        "Neither this client nor its chat is known.",
        "Send chat_id, or give the account its chat. The session stays in the sandbox and is"
            + " dropped after the timeout.");
  }

  private static ProblemDetail nothingToEnd() {
    return Problems.of(
        404,
        "nothing-to-end",
        "No such session is open.",
        "It ended already, or another one has its address by now. Nothing was changed.");
  }
}
