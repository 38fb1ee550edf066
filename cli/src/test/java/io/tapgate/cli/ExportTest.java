package io.tapgate.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit as a file: whole, or the one that was there before. */
class ExportTest {
  private final Shell shell = new Shell();
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void lastMonths() throws Exception {
    file = folder.resolve("audit.csv");
    Files.writeString(file, "last month's\n");
  }

  @AfterEach
  void theApiGoes() {
    shell.close();
  }

  private void comes(int status, String type, String body) {
    shell.api.stubFor(
        get(urlPathEqualTo("/api/v1/audit/export"))
            .willReturn(
                aResponse().withStatus(status).withHeader("Content-Type", type).withBody(body)));
  }

  private Shell.Ran types(String format) {
    return shell.types("audit", "export", "--format", format, "--output", file.toString());
  }

  @Test
  void it_takes_the_place_of_the_one_before() throws Exception {
    comes(200, "text/csv;charset=UTF-8", "place,at\n1,now\n");

    assertThat(types("csv").code()).isZero();
    assertThat(file).hasContent("place,at\n1,now");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
    assertThat(shell.types("audit", "export").out()).isEqualTo("place,at\n1,now\n");
  }

  @Test
  void lines_for_programs_come_as_such() {
    comes(200, "application/jsonl", "{}\n");

    assertThat(types("jsonl").code()).isZero();
    assertThat(file).hasContent("{}");
    assertThat(shell.asked().getLast()).isEqualTo("GET /audit/export?format=jsonl");
  }

  @Test
  void what_is_none_leaves_the_one_before_alone() {
    comes(301, "text/html", "<html>over there</html>");
    assertThat(types("csv").err()).contains("status 301 and not as Tapgate does");

    comes(200, "text/html", "<html>Welcome</html>");
    Shell.Ran ran = types("csv");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("status 200 and not as Tapgate does");
    assertThat(file).hasContent("last month's");
  }

  @Test
  void a_device_is_written_to_and_not_replaced() {
    comes(200, "text/csv", "place\n");

    assertThat(shell.types("audit", "export", "--format", "csv", "--output", "/dev/null").code())
        .isZero();
    assertThat(Path.of("/dev/null"))
        .satisfies(path -> assertThat(Files.isRegularFile(path)).isFalse());
  }

  @Test
  void whoever_no_longer_reads_is_not_written_for() {
    comes(200, "text/csv", "place\n");

    Shell.Ran ran = shell.onFullDisk().types("audit", "export");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("could not be written");
  }
}
