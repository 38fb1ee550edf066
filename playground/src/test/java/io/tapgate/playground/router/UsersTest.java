package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Account;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and what each may do. */
class UsersTest {
  private static final String REFUSED = "invalid user name or password (6)";

  private final PretendRouter router = PretendRouter.start(RouterSettings.usual());
  private ApiCaller admin;

  @BeforeEach
  void login() throws IOException {
    admin = ApiCaller.loggedIn(router, "admin", "admin");
  }

  @AfterEach
  void close() throws IOException {
    admin.close();
    router.close();
  }

  private String add(String... words) throws IOException {
    String[] all = new String[words.length + 1];
    all[0] = "/user/add";
    System.arraycopy(words, 0, all, 1, words.length);
    return admin.value(all);
  }

  private String refusal(String name, String password) throws IOException {
    try (ApiCaller caller = ApiCaller.stranger(router)) {
      return caller.trap("/login", "=name=" + name, "=password=" + password);
    }
  }

  @Test
  void a_user_that_was_added_comes_in_with_its_password_and_no_other() throws IOException {
    add("=name=eve", "=group=read", "=password=one");

    ApiCaller.loggedIn(router, "eve", "one").close();
    assertThat(refusal("eve", "two")).isEqualTo(REFUSED);
    assertThat(refusal("eve", "")).isEqualTo(REFUSED);
    assertThat(refusal("nobody", "one")).isEqualTo(REFUSED);
  }

  @Test
  void a_new_password_counts_at_the_next_login_and_whoever_is_in_stays() throws IOException {
    String id = add("=name=eve", "=group=read", "=password=one");
    try (ApiCaller eve = ApiCaller.loggedIn(router, "eve", "one")) {
      admin.ask("/user/set", "=.id=" + id, "=password=two");

      assertThat(eve.rows("/system/identity/print")).hasSize(1);
      assertThat(refusal("eve", "one")).isEqualTo(REFUSED);
      ApiCaller.loggedIn(router, "eve", "two").close();

      admin.ask("/user/remove", "=.id=" + id);

      assertThat(eve.rows("/system/identity/print")).hasSize(1);
      assertThat(refusal("eve", "two")).isEqualTo(REFUSED);
    }
  }

  @Test
  void a_disabled_user_and_one_whose_group_knows_no_api_stay_outside() throws IOException {
    admin.value("/user/group/add", "=name=shell", "=policy=ssh,read,write");
    add("=name=eve", "=group=shell", "=password=one");
    String bob = add("=name=bob", "=group=read", "=password=one");
    admin.ask("/user/disable", "=numbers=" + bob);

    assertThat(refusal("eve", "one")).isEqualTo(REFUSED);
    assertThat(refusal("bob", "one")).isEqualTo(REFUSED);
    admin.ask("/user/enable", "=numbers=" + bob);
    ApiCaller.loggedIn(router, "bob", "one").close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"127.0.0.1 | true", "10.0.0.0/8,127.0.0.0/8 | true", "10.0.0.0/8 | false"})
  void a_user_comes_only_from_where_it_may(String address, boolean welcome) throws IOException {
    add("=name=eve", "=group=read", "=password=one", "=address=" + address);

    try (ApiCaller caller = ApiCaller.stranger(router)) {
      List<List<String>> replies = caller.ask("/login", "=name=eve", "=password=one");
      assertThat(replies.getFirst().getFirst()).isEqualTo(welcome ? "!done" : "!trap");
    }
  }

  @Test
  void addresses_are_kept_with_their_length() throws IOException {
    add("=name=eve", "=group=read", "=address=192.0.2.10");

    assertThat(admin.rows("/user/print", "?name=eve").getFirst())
        .containsEntry("address", "192.0.2.10/32");
    assertThat(admin.trap("/user/add", "=name=x", "=group=read", "=address=somewhere"))
        .isEqualTo("invalid value for argument address");
    assertThat(admin.trap("/user/add", "=name=x", "=group=nobodys"))
        .isEqualTo("input does not match any value of group");
  }

  @Test
  void a_policy_is_told_whole_and_what_is_not_granted_has_a_mark() throws IOException {
    admin.value("/user/group/add", "=name=least", "=policy=write,api,read");

    assertThat(admin.rows("/user/group/print", "?name=least").getFirst())
        .containsEntry(
            "policy",
            "read,write,api,!local,!telnet,!ssh,!ftp,!reboot,!policy,!test,!winbox,!password"
                + ",!web,!sniff,!sensitive,!romon,!rest-api");
    assertThat(admin.trap("/user/group/add", "=name=x", "=policy=fly"))
        .isEqualTo("invalid value for argument policy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/user/add =name=x =group=full",
        "/user/group/set =.id=*1 =policy=api,policy",
        "/certificate/sign =number=x",
        "/system/device-mode/update =fetch=yes",
        "/tool/fetch =url=http://127.0.0.1:1 =output=none"
      })
  void the_least_rights_are_not_enough_for(String command) throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      assertThat(caller.trap(command.split(" "))).isEqualTo("not enough permissions (9)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ip/firewall/filter/add =chain=input",
        "/ip/firewall/filter/move =numbers=*1",
        "/ppp/profile/set =.id=*1 =only-one=yes",
        "/ip/service/disable =.id=*1",
        "/ip/firewall/address-list/remove =.id=*1"
      })
  void who_may_only_read_changes_nothing(String command) throws IOException {
    add("=name=eve", "=group=read", "=password=one");
    try (ApiCaller eve = ApiCaller.loggedIn(router, "eve", "one")) {
      assertThat(eve.trap(command.split(" "))).isEqualTo("not enough permissions (9)");
      assertThat(eve.rows("/ip/service/print")).isNotEmpty();
    }
  }

  @Test
  void who_may_not_even_read_is_told_nothing() throws IOException {
    admin.value("/user/group/add", "=name=blind", "=policy=api,write");
    add("=name=eve", "=group=blind", "=password=one");
    try (ApiCaller eve = ApiCaller.loggedIn(router, "eve", "one")) {
      assertThat(eve.trap("/ppp/active/print")).isEqualTo("not enough permissions (9)");
      assertThat(eve.trap("/ppp/active/listen")).isEqualTo("not enough permissions (9)");
    }
  }

  @Test
  void the_least_rights_are_enough_to_read_what_a_check_asks_for() throws IOException {
    admin.value("/ppp/profile/add", "=name=vpn", "=on-up=:put \"$user\"\r\n", "=only-one=yes");
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      for (String menu :
          List.of(
              "/interface",
              "/interface/list",
              "/interface/list/member",
              "/ppp/secret",
              "/ip/firewall/filter",
              "/user",
              "/user/group",
              "/ip/service",
              "/certificate",
              "/system/device-mode",
              "/system/clock",
              "/system/ntp/client",
              "/system/resource",
              "/system/routerboard")) {
        assertThat(caller.ask(menu + "/print").getFirst().getFirst())
            .as(menu)
            .isNotEqualTo("!trap");
      }
      assertThat(caller.rows("/ppp/profile/print", "?name=vpn").getFirst())
          .containsEntry("on-up", ":put \"$user\"\r\n")
          .containsEntry("use-ipv6", "yes")
          .doesNotContainKey("default");
    }
  }

  @Test
  void a_vpn_password_is_shown_to_those_who_may_see_it_and_cannot_be_guessed_by_a_query()
      throws IOException {
    admin.value("/ppp/secret/add", "=name=alice", "=password=tunnel");

    assertThat(admin.rows("/ppp/secret/print").getFirst())
        .containsEntry("password", "tunnel")
        .containsEntry("profile", "default");
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      assertThat(caller.rows("/ppp/secret/print"))
          .singleElement()
          .satisfies(row -> assertThat(row).doesNotContainKey("password"));
      assertThat(caller.rows("/ppp/secret/print", "?password=tunnel")).isEmpty();
    }
  }

  @Test
  void what_is_named_must_be_there() throws IOException {
    assertThat(admin.trap("/ppp/secret/add", "=name=alice", "=profile=none-such"))
        .isEqualTo("input does not match any value of profile");
    admin.value("/interface/list/add", "=name=vpn");
    String member = "/interface/list/member/add";
    assertThat(admin.trap(member, "=list=vpn", "=interface=<l2tp-boris>"))
        .isEqualTo("input does not match any value of interface");
    router.dial(Call.of(Account.of("boris"), "203.0.113.7").quietly());
    admin.value(member, "=list=vpn", "=interface=<l2tp-boris>");
    assertThat(admin.rows("/interface/print", "?name=<l2tp-boris>"))
        .singleElement()
        .satisfies(row ->
            assertThat(row).containsAllEntriesOf(Map.of("type", "l2tp-in", "dynamic", "true")));
  }

  @Test
  void passwords_are_in_no_export() throws IOException {
    add("=name=eve", "=group=read", "=password=hunter2");
    admin.value("/ppp/secret/add", "=name=alice", "=password=hunter3");

    assertThat(router.export())
        .contains("add group=read name=eve\n")
        .contains("add name=alice\n")
        .doesNotContain("hunter", "name=admin", "name=default-encryption");
  }
}
