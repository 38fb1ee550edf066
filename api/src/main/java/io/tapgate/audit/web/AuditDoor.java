package io.tapgate.audit.web;

import io.tapgate.audit.Exporting;
import io.tapgate.audit.Records;
import io.tapgate.audit.Verifying;
import io.tapgate.audit.json.Shown;
import io.tapgate.doors.Needs;
import io.tapgate.doors.Scope;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened, for admins. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditDoor {
  private static final Logger log = LoggerFactory.getLogger(AuditDoor.class);

  private final Records records;
  private final Exporting exporting;
  private final Verifying verifying;

  AuditDoor(Records records, Exporting exporting, Verifying verifying) {
    this.records = records;
    this.exporting = exporting;
    this.verifying = verifying;
  }

  /**
   * A page of records.
   *
   * @param next goes into {@code cursor} for the page behind it; null at the end
   */
  record Listed(List<Shown> items, @Nullable String next) {

    /** Of rows of which one more was read than is shown: whether it is there tells the end. */
    static Listed of(List<Records.Row> rows, int most) {
      List<Records.Row> page = rows.subList(0, Math.min(most, rows.size()));
      return new Listed(
          page.stream().map(Shown::of).toList(),
          rows.size() > most ? page.getLast().cursor().toString() : null);
    }
  }

  @Needs(Scope.READ)
  @GetMapping
  Listed list(@RequestParam Map<String, String> parameters) {
    Asked asked = new Asked(parameters);
    int most = asked.most();
    return Listed.of(records.page(asked.sought(), asked.order(), asked.behind(), most + 1), most);
  }

  @Needs(Scope.READ)
  @GetMapping("/verify")
  Verified verify(@RequestParam Map<String, String> parameters) {
    return Verified.of(verifying.verify(new Asked(parameters).remembered()));
  }

  @Needs(Scope.READ)
  @GetMapping("/export")
  void export(@RequestParam Map<String, String> parameters, HttpServletResponse response)
      throws IOException {
    Asked asked = new Asked(parameters);
    Format format = asked.format();
    response.setContentType(format.type());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"tapgate-audit." + format.ending() + "\"");
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    try {
      format.write(exporting, asked.happened(), out);
      out.flush();
    } catch (UncheckedIOException hungUp) {
      log.info("whoever took an export of the audit hung up before its end");
    }
  }
}
