package io.tapgate.admin.web;

import io.tapgate.admin.ListedBan;
import io.tapgate.admin.Lists;
import io.tapgate.admin.Page;
import io.tapgate.client.BanId;
import io.tapgate.client.Banning;
import io.tapgate.doors.Asked;
import io.tapgate.doors.Needs;
import io.tapgate.doors.Problems;
import io.tapgate.doors.Scope;
import io.tapgate.doors.Visitor;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** Bans: whom they keep out, and the end of one. */
@RestController
@RequestMapping("/api/v1/bans")
class BansDoor {
  private static final String WHAT = "ban";

  private final Lists lists;
  private final Banning banning;

  BansDoor(Lists lists, Banning banning) {
    this.lists = lists;
    this.banning = banning;
  }

  @Needs(Scope.READ)
  @GetMapping
  Page<ListedBan> list(@RequestParam Map<String, String> parameters) {
    return lists.bans(Asked.of(parameters));
  }

  @Needs(Scope.READ)
  @GetMapping("/{id}")
  ResponseEntity<?> one(@PathVariable long id) {
    return Answers.orUnknown(lists.ban(id), WHAT);
  }

  @Needs(Scope.OPERATE)
  @PostMapping("/{id}/lift")
  ResponseEntity<?> lift(
      @AuthenticationPrincipal Visitor.Admin who,
      @PathVariable long id,
      @RequestBody(required = false) @Nullable JsonNode body) {
    if (lists.ban(id).isEmpty()) {
      return Answers.unknown(WHAT);
    }
    boolean lifted = banning.lift(new BanId(id), Orders.by(who, Orders.fields(body))).isPresent();
    return lifted
        ? one(id)
        : Answers.refused(
            Problems.of(
                409, "over", "This ban is over already.", "There is nothing left to lift."));
  }
}
