package io.tapgate.audit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.audit.AuditStage;
import io.tapgate.audit.While;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever has an export and RATIONALE.md can check the chain without us. */
class OutsiderTest {
  private static final List<String> ORDER =
      List.of(
          "place",
          "id",
          "at",
          "actor",
          "verb",
          "connection",
          "client",
          "router",
          "ban",
          "key",
          "cause",
          "tunnel",
          "caller",
          "reason",
          "detail");

  @Test
  void an_export_is_checked_from_its_description_alone() throws Exception {
    AuditStage stage = AuditStage.with(2300);
    byte[] before = new byte[32];
    List<JsonNode> lines = exported(stage, While.ever());
    assertThat(lines).hasSize(2300);
    for (JsonNode line : lines) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(before);
      digest.update(form(line));
      before = digest.digest();
      assertThat(line.path("hash").asString()).isEqualTo(HexFormat.of().formatHex(before));
    }
  }

  @Test
  void only_what_happened_in_a_while_is_exported() {
    AuditStage stage = AuditStage.with(5);
    AuditStage.DATABASE.passes(Duration.ofDays(2));
    Instant since = AuditStage.DATABASE.chain.ago(Duration.ofDays(1));
    stage.happens(3);
    stage.sealing.seal();
    assertThat(exported(stage, new While(Optional.of(since), Optional.empty())))
        .extracting(line -> line.path("place").asInt())
        .containsExactly(6, 7, 8);
    assertThat(exported(stage, new While(Optional.empty(), Optional.of(since)))).hasSize(5);
  }

  private static List<JsonNode> exported(AuditStage stage, While happened) {
    StringWriter out = new StringWriter();
    stage.exporting.export(happened, new JsonLines(out));
    return out.toString().lines().map(JsonMapper.shared()::readTree).toList();
  }

  private static byte[] form(JsonNode line) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (String name : ORDER) {
      JsonNode value = line.path(name);
      byte[] bytes = value.asString("").getBytes(StandardCharsets.UTF_8);
      String before = value.isNull() ? "-" : bytes.length + ":";
      form.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
      form.writeBytes(bytes);
      form.write(',');
    }
    return form.toByteArray();
  }
}
