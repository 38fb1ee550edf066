package io.tapgate.stories.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in .env arrives at the api as it was meant, and nothing of it is ever run. */
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@MethodSource("io.tapgate.stories.launcher.Folder#shells")
class DotenvTest {
  private final List<String> shell;
  @TempDir private Path home;
  private Folder folder;

  DotenvTest(List<String> shell) {
    this.shell = shell;
  }

  @BeforeEach
  void aMachineWithAJdk() throws IOException {
    folder = new Folder(home, shell).withJdk(25).withJars().whereFails("api", 3, "enough seen");
  }

  @Test
  void a_value_arrives_whole_whatever_it_holds() throws Exception {
    folder.withDotenv(
        """
        # the router
        ROUTER_NAME=two words  and   three
        ROUTER_USERNAME=  blanks around go\t
        ROUTER_PASSWORD=$HOME `id` $(touch notes/run) #no comment; a=b 'x' "y" \\n \\\\ * ~ !! %s
        TELEGRAM_TOKEN="  blanks in quotes stay "   # a comment
        HOOK_TOKEN="say \\"hi\\" to C:\\\\dir and C:\\new $HOME #1"
        WATCHER_TOKEN='it is "all" \\ itself $HOME \\"'
        export ADMIN_TOKEN=exported
          METRICS_TOKEN=пароль с дороги
        NEVER_BAN=
        DATABASE_URL==starts with an equals sign
        """);

    Map<String, String> seen = whatTheApiSees();

    assertThat(seen)
        .containsEntry("ROUTER_NAME", "two words  and   three")
        .containsEntry("ROUTER_USERNAME", "blanks around go")
        .containsEntry(
            "ROUTER_PASSWORD",
            "$HOME `id` $(touch notes/run) #no comment; a=b 'x' \"y\" \\n \\\\ * ~ !! %s")
        .containsEntry("TELEGRAM_TOKEN", "  blanks in quotes stay ")
        .containsEntry("HOOK_TOKEN", "say \"hi\" to C:\\dir and C:\\new $HOME #1")
        .containsEntry("WATCHER_TOKEN", "it is \"all\" \\ itself $HOME \\\"")
        .containsEntry("ADMIN_TOKEN", "exported")
        .containsEntry("METRICS_TOKEN", "пароль с дороги")
        .containsEntry("DATABASE_URL", "=starts with an equals sign")
        .doesNotContainKey("NEVER_BAN");
    assertThat(folder.path("notes/run")).doesNotExist();
  }

  @Test
  void a_file_from_windows_reads_the_same() throws Exception {
    folder.withDotenv("\uFEFFHOOK_TOKEN=first\r\n\r\n# c\r\nADMIN_TOKEN=\"quoted\"\r\nAPI_URL=x");

    assertThat(whatTheApiSees())
        .containsEntry("HOOK_TOKEN", "first")
        .containsEntry("ADMIN_TOKEN", "quoted")
        .containsEntry("API_URL", "x");
  }

  @Test
  void the_environment_wins_and_an_empty_name_there_takes_the_setting_away() throws Exception {
    folder.withDotenv("HOOK_TOKEN=from the file\nTELEGRAM_PROXY=from the file\nADMIN_TOKEN=file\n");
    folder.with("HOOK_TOKEN", "from the environment").with("TELEGRAM_PROXY", "");

    assertThat(whatTheApiSees())
        .containsEntry("HOOK_TOKEN", "from the environment")
        .containsEntry("ADMIN_TOKEN", "file")
        .doesNotContainKey("TELEGRAM_PROXY");
  }

  @Test
  void a_line_that_cannot_be_read_is_named_but_not_shown_and_nothing_starts() throws Exception {
    folder.withDotenv(
        """
        ROUTER_NAME=ok
        hunter2
        A hunter2=1
        ADMIN_TOKEN = hunter2
        HOOK_TOKEN="hunter2
        WATCHER_TOKEN='hunter2'3
        """);

    Running up = folder.tapgate("up");

    assertThat(up.exitCode()).isEqualTo(2);
    assertThat(up.said())
        .contains("line 2: there is no '='")
        .contains("line 3: what stands before the '=' is no name")
        .contains("line 4: there is a blank before the '='")
        .contains("line 5: the quote that opens the value is not closed")
        .contains("line 6: something follows the closing quote")
        .doesNotContain("hunter2")
        .doesNotContain("line 1");
    assertThat(folder.path("notes/api.words")).doesNotExist();
  }

  @Test
  void an_unknown_name_is_passed_over_with_the_name_that_was_meant() throws Exception {
    folder.withDotenv("HOOK_TOKN=1\napi_port=8\nLD_PRELOAD=/x.so\nPATH=/nowhere\n");

    Map<String, String> seen = whatTheApiSees();

    assertThat(seen).doesNotContainKeys("HOOK_TOKN", "api_port", "LD_PRELOAD");
    assertThat(said)
        .contains("line 1: HOOK_TOKN is not a setting and is passed over. Did you mean HOOK_TOKEN?")
        .contains("Did you mean API_PORT?")
        .contains("LD_PRELOAD is not a setting and is passed over. you_need.env lists");
  }

  @Test
  void a_name_set_twice_is_told_and_the_later_line_counts() throws Exception {
    folder.withDotenv("HOOK_TOKEN=a\nHOOK_TOKEN=b\n");

    assertThat(whatTheApiSees()).containsEntry("HOOK_TOKEN", "b");
    assertThat(said).contains("line 2: HOOK_TOKEN is set again; line 1 no longer counts");
  }

  @Test
  void a_file_in_utf_16_is_refused_with_the_reason() throws Exception {
    Files.write(folder.path(".env"), "HOOK_TOKEN=a\n".getBytes(StandardCharsets.UTF_16LE));

    Running up = folder.tapgate("up");

    assertThat(up.exitCode()).isEqualTo(2);
    assertThat(up.said()).contains("Save it as UTF-8");
  }

  @Test
  void settings_shows_what_is_in_force_and_no_secret() throws Exception {
    folder.withDotenv("HOOK_TOKEN=hunter2\nROUTER_NAME=office\n").with("API_PORT", "9000");

    Running settings = folder.tapgate("settings");

    assertThat(settings.exitCode()).isZero();
    assertThat(settings.said())
        .containsPattern("HOOK_TOKEN +\\.env +\\(secret, 7 bytes\\)")
        .containsPattern("ROUTER_NAME +\\.env +office")
        .containsPattern("API_PORT +environment +9000")
        .doesNotContain("hunter2");
  }

  private String said = "";

  private Map<String, String> whatTheApiSees() throws Exception {
    folder.with("API_PORT", String.valueOf(Folder.freePort()));
    folder.with("WATCHER_PORT", String.valueOf(Folder.freePort()));
    Running up = folder.tapgate("up");
    assertThat(up.exitCode()).as(up.said()).isEqualTo(3);
    said = up.said();
    return folder.environmentOf("api");
  }
}
