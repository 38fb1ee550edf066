package io.tapgate.admin.web;

import io.tapgate.admin.Lists;
import io.tapgate.client.AcceptingChat;
import io.tapgate.client.Banning;
import io.tapgate.client.ChatId;
import io.tapgate.client.ClientId;
import io.tapgate.client.Forgiving;
import io.tapgate.doors.Fields;
import io.tapgate.doors.Needs;
import io.tapgate.doors.Problems;
import io.tapgate.doors.Scope;
import io.tapgate.doors.Visitor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Orders about a client: keep out, let in again, ask elsewhere. */
@RestController
@RequestMapping("/api/v1/clients/{id}")
class ClientOrdersDoor {
  private final Lists lists;
  private final Banning banning;
  private final AcceptingChat acceptingChat;
  private final Forgiving forgiving;

  ClientOrdersDoor(Lists lists, Banning banning, AcceptingChat acceptingChat, Forgiving forgiving) {
    this.lists = lists;
    this.banning = banning;
    this.acceptingChat = acceptingChat;
    this.forgiving = forgiving;
  }

  @Needs(Scope.OPERATE)
  @PostMapping("/ban")
  ResponseEntity<?> ban(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody(required = false) @Nullable JsonNode body) {
    Fields fields = Orders.fields(body);
    return done(id, banning.ban(new ClientId(id), Orders.length(fields), Orders.by(who, fields)));
  }

  @Needs(Scope.OPERATE)
  @PostMapping("/unban")
  ResponseEntity<?> unban(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody(required = false) @Nullable JsonNode body) {
    return done(id, banning.unban(new ClientId(id), Orders.by(who, Orders.fields(body))));
  }

  @Needs(Scope.OPERATE)
  @PostMapping("/lock")
  ResponseEntity<?> lock(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody(required = false) @Nullable JsonNode body) {
    Fields fields = Orders.fields(body);
    return done(id, banning.lock(new ClientId(id), Orders.length(fields), Orders.by(who, fields)));
  }

  @Needs(Scope.OPERATE)
  @PostMapping("/unlock")
  ResponseEntity<?> unlock(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody(required = false) @Nullable JsonNode body) {
    return done(id, banning.unlock(new ClientId(id), Orders.by(who, Orders.fields(body))));
  }

  @Needs(Scope.OPERATE)
  @PostMapping("/reset")
  ResponseEntity<?> reset(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody(required = false) @Nullable JsonNode body) {
    boolean known = forgiving.forgive(new ClientId(id), Orders.by(who, Orders.fields(body)));
    return done(id, Optional.of(id).filter(_ -> known));
  }

  @Needs(Scope.OPERATE)
  @PostMapping("/accept-chat")
  ResponseEntity<?> acceptChat(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody JsonNode body) {
    Fields fields = Fields.of(body);
    ChatId chat = fields.require("chat_id", Profiles::personal);
    return switch (acceptingChat.accept(new ClientId(id), chat, Orders.by(who, fields))) {
      case AcceptingChat.Outcome.Accepted(var client) -> done(id, Optional.of(client));
      case AcceptingChat.Outcome.NotOffered(var offered) -> Answers.refused(notOffered(offered));
      case AcceptingChat.Outcome.Unknown _ -> Answers.unknown(ClientsDoor.WHAT);
    };
  }

  private ResponseEntity<?> done(long id, Optional<?> found) {
    return found.isPresent()
        ? Answers.orUnknown(lists.client(id), ClientsDoor.WHAT)
        : Answers.unknown(ClientsDoor.WHAT);
  }

  private static ProblemDetail notOffered(Optional<ChatId> offered) {
    return Problems.of(
        409,
        "not-offered",
        offered
            .map(chat -> "No router named that chat: the one on offer is " + chat + ".")
            .orElse("No router named another chat for this client."),
        "To ask in any other chat, change the client's chat_id. Nothing was changed.");
  }
}
