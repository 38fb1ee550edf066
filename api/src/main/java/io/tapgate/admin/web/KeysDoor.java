package io.tapgate.admin.web;

import io.tapgate.admin.ApiKey;
import io.tapgate.admin.Keyring;
import io.tapgate.admin.Lists;
import io.tapgate.admin.Page;
import io.tapgate.doors.Asked;
import io.tapgate.doors.Fields;
import io.tapgate.doors.Needs;
import io.tapgate.doors.PlainText;
import io.tapgate.doors.Problems;
import io.tapgate.doors.Scope;
import io.tapgate.doors.Visitor;
import java.net.URI;
import java.util.Map;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The keys of this API. One is shown whole once, when it is made. */
@RestController
@RequestMapping("/api/v1")
class KeysDoor {
  private static final String WHAT = "key";
  private static final int LONGEST_NAME = 64;

  private final Lists lists;
  private final Keyring keyring;

  KeysDoor(Lists lists, Keyring keyring) {
    this.lists = lists;
    this.keyring = keyring;
  }

  /** Who somebody is, by the key they show. */
  record Me(ApiKey key) {}

  @Needs(Scope.READ)
  @GetMapping("/me")
  Me me(@AuthenticationPrincipal Visitor.Admin who) {
    return new Me(keyring.find(who.key()).orElseThrow());
  }

  @Needs(Scope.ADMIN)
  @GetMapping("/keys")
  Page<ApiKey> list(@RequestParam Map<String, String> parameters) {
    return lists.keys(Asked.of(parameters));
  }

  @Needs(Scope.ADMIN)
  @GetMapping("/keys/{id}")
  ResponseEntity<?> one(@PathVariable long id) {
    return Answers.orUnknown(keyring.find(id), WHAT);
  }

  @Needs(Scope.ADMIN)
  @PostMapping("/keys")
  ResponseEntity<Keyring.Made> make(
      @AuthenticationPrincipal Visitor.Admin who, @RequestBody JsonNode body) {
    Fields fields = Fields.of(body);
    Keyring.Made made =
        keyring.make(
            fields.require("name", KeysDoor::name),
            fields.require("scope", Scope::parse),
            Orders.length(fields),
            Orders.by(who));
    return ResponseEntity.created(URI.create("/api/v1/keys/" + made.key().id())).body(made);
  }

  @Needs(Scope.ADMIN)
  @DeleteMapping("/keys/{id}")
  ResponseEntity<?> revoke(@AuthenticationPrincipal Visitor.Admin who, @PathVariable long id) {
    return switch (keyring.revoke(id, Orders.by(who))) {
      case DONE, ALREADY -> ResponseEntity.noContent().build();
      case UNKNOWN -> Answers.unknown(WHAT);
      case FROM_ENVIRONMENT -> Answers.refused(fromEnvironment());
    };
  }

  private static String name(String text) {
    String name = PlainText.words(text);
    if (name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("write at most " + LONGEST_NAME + " characters");
    }
    return name;
  }

  private static ProblemDetail fromEnvironment() {
    return Problems.of(
        409,
        "follows-the-environment",
        "This key is ADMIN_TOKEN.",
        "Change ADMIN_TOKEN in the settings and start Tapgate again.");
  }
}
