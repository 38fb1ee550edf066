package io.tapgate.router.web;

import io.tapgate.audit.Actor;
import io.tapgate.audit.By;
import io.tapgate.client.AccountName;
import io.tapgate.connection.RouterId;
import io.tapgate.doors.Needs;
import io.tapgate.doors.Scope;
import io.tapgate.doors.Visitor;
import io.tapgate.router.account.AccountOutcome;
import io.tapgate.router.account.KeepingAccounts;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The VPN accounts on a router. A password comes out here once, and never goes in. */
@RestController
@RequestMapping("/api/v1/routers/{id}/accounts")
class AccountsDoor {
  private final KeepingAccounts accounts;

  AccountsDoor(KeepingAccounts accounts) {
    this.accounts = accounts;
  }

  @Needs(Scope.READ)
  @GetMapping
  ResponseEntity<?> list(@PathVariable long id) {
    return answer(200, accounts.list(new RouterId(id)));
  }

  @Needs(Scope.ADMIN)
  @PostMapping
  ResponseEntity<?> create(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody JsonNode body) {
    return answer(201, accounts.create(new RouterId(id), AccountBody.read(body), by(who)));
  }

  @Needs(Scope.ADMIN)
  @PatchMapping("/{name}")
  ResponseEntity<?> change(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @PathVariable String name,
      @RequestBody JsonNode body) {
    RouterId router = new RouterId(id);
    boolean off = AccountBody.disabled(body);
    return read(name)
        .map(known ->
            off
                ? accounts.disable(router, known, by(who))
                : accounts.enable(router, known, by(who)))
        .<ResponseEntity<?>>map(outcome -> answer(200, outcome))
        .orElseGet(AccountProblems::noName);
  }

  @Needs(Scope.ADMIN)
  @PostMapping("/{name}/password")
  ResponseEntity<?> renew(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @PathVariable String name) {
    return read(name)
        .map(known -> accounts.renew(new RouterId(id), known, by(who)))
        .<ResponseEntity<?>>map(outcome -> answer(200, outcome))
        .orElseGet(AccountProblems::noName);
  }

  @Needs(Scope.ADMIN)
  @DeleteMapping("/{name}")
  ResponseEntity<?> remove(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @PathVariable String name) {
    return read(name)
        .map(known -> accounts.remove(new RouterId(id), known, by(who)))
        .<ResponseEntity<?>>map(outcome -> answer(204, outcome))
        .orElseGet(AccountProblems::noName);
  }

  private static ResponseEntity<?> answer(int status, AccountOutcome outcome) {
    return switch (outcome) {
      case AccountOutcome.Listed(var all) -> ResponseEntity.ok(AccountView.of(all));
      case AccountOutcome.Done(var account) ->
          ResponseEntity.status(status).body(AccountView.of(account));
      case AccountOutcome.DoneWithPassword(var account, var password) ->
          ResponseEntity.status(status)
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .body(AccountView.of(account, password));
      case AccountOutcome.Gone _ -> ResponseEntity.noContent().build();
      case AccountOutcome.Refused refused -> AccountProblems.answer(refused);
    };
  }

  private static Optional<AccountName> read(String name) {
    try {
      return Optional.of(new AccountName(name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static By by(Visitor.Admin who) {
    return new By(new Actor.Key(who.key()), Optional.empty());
  }
}
