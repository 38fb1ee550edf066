package io.tapgate.admin.web;

import io.tapgate.admin.Importing;
import io.tapgate.audit.By;
import io.tapgate.client.AccountName;
import io.tapgate.client.Profile;
import io.tapgate.doors.FieldRefused;
import io.tapgate.doors.Fields;
import io.tapgate.doors.Needs;
import io.tapgate.doors.Scope;
import io.tapgate.doors.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Many clients at once. A row that cannot be taken is named; the others are not held up by it. */
@RestController
class ImportDoor {
  private static final int MOST = 500;

  private static final String BUSY = "somebody else is changing this client: send the row again";

  private static final String ELSEWHERE =
      "this client is asked in another chat: change the client, if this one is meant";

  private final Importing importing;

  ImportDoor(Importing importing) {
    this.importing = importing;
  }

  /**
   * @param row its number, from 1
   */
  record Row(int row, String result, @Nullable String field, @Nullable String why) {}

  record Report(
      boolean dryRun, List<Row> rows, long created, long changed, long unchanged, long refused) {}

  @Needs(Scope.ADMIN)
  @PostMapping("/api/v1/clients/import")
  Report take(@AuthenticationPrincipal Visitor.Admin who, @RequestBody JsonNode body) {
    boolean dryRun = Fields.of(body).truth("dry_run").orElse(false);
    boolean keepsChats = Fields.of(body).truth("keep_chats").orElse(false);
    JsonNode rows = body.path("rows");
    if (!rows.isArray() || rows.isEmpty() || rows.size() > MOST) {
      throw new FieldRefused("rows", "write an array of 1 to " + MOST + " clients");
    }
    List<Row> report = new ArrayList<>();
    for (JsonNode row : rows) {
      report.add(row(report.size() + 1, row, dryRun, keepsChats, Orders.by(who)));
    }
    return report(dryRun, report);
  }

  private Row row(int number, JsonNode row, boolean dryRun, boolean keepsChats, By by) {
    try {
      Profile profile = profile(row);
      Optional<Importing.Outcome> outcome =
          dryRun
              ? Optional.of(importing.preview(profile, keepsChats))
              : importing.take(profile, keepsChats, by);
      return outcome
          .map(one -> row(number, one))
          .orElseGet(() -> new Row(number, "refused", null, BUSY));
    } catch (FieldRefused refused) {
      return new Row(number, "refused", refused.field(), refused.getMessage());
    }
  }

  private static Row row(int number, Importing.Outcome outcome) {
    return outcome == Importing.Outcome.OTHER_CHAT
        ? new Row(number, "refused", "chat_id", ELSEWHERE)
        : new Row(number, outcome.name().toLowerCase(Locale.ROOT), null, null);
  }

  private static Profile profile(JsonNode row) {
    Fields fields = Fields.of(row);
    return new Profile(
        Optional.of(fields.require("name", AccountName::new)),
        Profiles.chat(fields),
        fields.read("note", text -> text));
  }

  private static Report report(boolean dryRun, List<Row> rows) {
    return new Report(
        dryRun,
        rows,
        count(rows, "created"),
        count(rows, "changed"),
        count(rows, "unchanged"),
        count(rows, "refused"));
  }

  private static long count(List<Row> rows, String result) {
    return rows.stream().filter(row -> row.result().equals(result)).count();
  }
}
