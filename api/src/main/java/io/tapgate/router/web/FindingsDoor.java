package io.tapgate.router.web;

import io.tapgate.connection.RouterId;
import io.tapgate.doors.Needs;
import io.tapgate.doors.Scope;
import io.tapgate.router.RouterOutcome;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.RouterRecords;
import io.tapgate.router.gate.CheckingRouters;
import io.tapgate.router.gate.Finding;
import io.tapgate.router.gate.Findings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong at a router: as it was seen last, or as it is now. */
@RestController
@RequestMapping("/api/v1/routers/{id}")
class FindingsDoor {
  private final RouterRecords records;
  private final CheckingRouters checking;
  private final Findings findings;

  FindingsDoor(RouterRecords records, CheckingRouters checking, Findings findings) {
    this.records = records;
    this.checking = checking;
    this.findings = findings;
  }

  @Needs(Scope.READ)
  @GetMapping("/findings")
  ResponseEntity<?> seen(@PathVariable long id) {
    RouterId router = new RouterId(id);
    return answer(router, records.find(router).map(_ -> findings.read(router)));
  }

  /** Nothing is changed at the router, but it is spoken to. */
  @Needs(Scope.OPERATE)
  @PostMapping("/check")
  ResponseEntity<?> check(@PathVariable long id) {
    RouterId router = new RouterId(id);
    return answer(router, checking.check(router));
  }

  private ResponseEntity<?> answer(RouterId id, Optional<Findings.Checked> checked) {
    Optional<RouterRecord> router = records.find(id);
    return router.isPresent() && checked.isPresent()
        ? ResponseEntity.ok(shown(router.get(), checked.get()))
        : RouterProblems.answer(new RouterOutcome.Unknown());
  }

  private static Map<String, @Nullable Object> shown(
      RouterRecord router, Findings.Checked checked) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("router", Map.of("id", router.id().value(), "name", router.particulars().name()));
    shown.put("checked_at", checked.at().orElse(null));
    shown.put("items", checked.found().stream().map(FindingsDoor::shown).toList());
    return shown;
  }

  private static Map<String, Object> shown(Finding finding) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("code", finding.code());
    shown.put("weight", finding.weight().word());
    shown.put("what", finding.what());
    shown.put("means", finding.means());
    shown.put("todo", finding.todo());
    return shown;
  }
}
