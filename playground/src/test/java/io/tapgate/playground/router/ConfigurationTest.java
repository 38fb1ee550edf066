package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.config.Shipped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an admin writes down, as it looks from the API. */
class ConfigurationTest {
  private static final String FILTER = "/ip/firewall/filter";

  private final PretendRouter router =
      PretendRouter.start(RouterSettings.usual().withLogin("admin", "secret"), Shipped::onto);
  private ApiCaller caller;

  @BeforeEach
  void login() throws IOException {
    caller = ApiCaller.loggedIn(router);
  }

  @AfterEach
  void close() throws IOException {
    caller.close();
    router.close();
  }

  @Test
  void a_rule_is_added_where_it_belongs_and_read_back_with_what_is_usual() throws IOException {
    String first = caller.rows(FILTER + "/print").getFirst().getOrDefault(".id", "");

    String id =
        caller.value(
            FILTER + "/add",
            "=chain=forward",
            "=in-interface-list=!LAN",
            "=action=drop",
            "=comment=ours",
            "=place-before=" + first);

    Map<String, String> rule = caller.rows(FILTER + "/print").getFirst();
    assertThat(rule)
        .containsEntry(".id", id)
        .containsEntry("disabled", "false")
        .containsEntry("in-interface-list", "!LAN")
        .doesNotContainKeys("jump-target", "place-before");
  }

  @Test
  void a_rule_is_moved_disabled_changed_and_removed() throws IOException {
    List<Map<String, String>> rules = caller.rows(FILTER + "/print");
    String first = rules.getFirst().getOrDefault(".id", "");
    String last = rules.getLast().getOrDefault(".id", "");

    caller.ask(FILTER + "/move", "=numbers=" + last, "=destination=" + first);
    caller.ask(FILTER + "/disable", "=.id=" + last);
    caller.ask(FILTER + "/set", "=.id=" + last, "=connection-state=");

    assertThat(caller.rows(FILTER + "/print").getFirst())
        .containsEntry(".id", last)
        .containsEntry("disabled", "true")
        .doesNotContainKey("connection-state");
    caller.ask(FILTER + "/remove", "=.id=" + last);
    assertThat(caller.rows(FILTER + "/print")).hasSize(rules.size() - 1);
    assertThat(caller.trap(FILTER + "/remove", "=.id=" + last)).isEqualTo("no such item");
  }

  @Test
  void what_there_is_one_of_is_set_without_a_name() throws IOException {
    caller.ask("/ip/settings/set", "=rp-filter=strict");

    assertThat(caller.rows("/ip/settings/print")).containsExactly(Map.of("rp-filter", "strict"));
    assertThat(caller.trap("/ip/settings/add", "=rp-filter=no")).isEqualTo("no such command");
  }

  @Test
  void a_password_goes_in_and_never_comes_out() throws IOException {
    caller.value("/user/add", "=name=tapgate", "=group=read", "=password=hunter2");

    assertThat(caller.rows("/user/print").toString()).contains("tapgate").doesNotContain("hunter2");
    assertThat(router.commands().toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ip/firewall/filter/add =action=drop | missing value(s) of argument(s) chain",
        "/ip/firewall/filter/add =chain=input =action=burn | invalid value for argument action",
        "/ip/firewall/filter/add =chain=input =connection-state=old | invalid value for argument connection-state",
        "/ip/firewall/filter/add =chain=input =colour=red | unknown parameter colour",
        "/user/add =name=admin =group=read | failure: user with such name exists",
        "/ip/service/remove =.id=*1 | no such command"
      })
  void what_a_router_does_not_take_it_refuses_in_its_own_words(String typed, String words)
      throws IOException {
    assertThat(caller.trap(typed.split(" "))).isEqualTo(words);
  }

  @Test
  void what_is_written_down_outlives_a_reboot() throws IOException {
    String before = router.export();
    caller.value(FILTER + "/add", "=chain=input", "=action=drop", "=comment=ours");
    String written = router.export();

    router.reboot();

    assertThat(written).isNotEqualTo(before);
    assertThat(router.export()).isEqualTo(written);
  }
}
