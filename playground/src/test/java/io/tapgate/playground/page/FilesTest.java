package io.tapgate.playground.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilesTest extends PageTest {
  private static final Pattern REFERENCE =
      Pattern.compile("(?:src|href)=\"/([^\"]*)\"|from \"\\./([^\"]*)\"");

  FilesTest() throws IOException {}

  private static List<String> references(String text) {
    return REFERENCE.matcher(text).results().map(FilesTest::path).distinct().toList();
  }

  private static String path(MatchResult match) {
    return match.group(1) == null ? match.group(2) : match.group(1);
  }

  @Test
  void the_page_and_all_it_refers_to_are_there() {
    List<String> files = references(visitor.get("").body());
    assertThat(files).contains("page.css", "page.js", "icon.svg");
    List<String> modules = references(visitor.get("page.js").body());
    assertThat(modules).contains("router.js", "phone.js");

    assertThat(visitor.get("page.css").body()).contains("url(\"/chevron.svg\")");
    assertThat(visitor.get("chevron.svg").status()).isEqualTo(200);

    for (String file : Stream.concat(files.stream(), modules.stream()).toList()) {
      assertThat(visitor.get(file).status()).as(file).isEqualTo(200);
    }
  }

  @Test
  void nothing_comes_from_elsewhere() {
    Visitor.Seen page = visitor.get("");
    assertThat(page.header("content-security-policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';");
    assertThat(page.body()).doesNotContain("http:", "https:", "style=", "onclick");
    assertThat(visitor.get("page.css").body()).doesNotContain("http", "@import");
  }

  @Test
  void it_says_that_it_is_a_playground() {
    assertThat(visitor.get("").body()).contains("<title>Tapgate playground</title>");
  }

  @Test
  void nothing_else_on_the_disk_can_be_had() {
    assertThat(visitor.get("Page.class").status()).isEqualTo(404);
    assertThat(visitor.get("../page/page.css").status()).isEqualTo(404);
    assertThat(visitor.get("%2e%2e/Main.class").status()).isEqualTo(404);
  }
}
