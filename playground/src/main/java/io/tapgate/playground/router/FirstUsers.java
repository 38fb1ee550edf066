package io.tapgate.playground.router;

import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.config.Shelf;
import java.util.Map;
import java.util.Optional;

/** Who may log in at the beginning: an admin, and whom the settings name, who may do less. */
final class FirstUsers {
  private static final String ADMIN = "admin";
  private static final String GROUP = "tapgate";
  private static final String POLICY =
      "read,write,api,!local,!telnet,!ssh,!ftp,!reboot,!policy,!test,!winbox,!password,!web"
          + ",!sniff,!sensitive,!romon,!rest-api";

  private FirstUsers() {}

  static void of(RouterSettings settings, Configuration router) {
    Shelf users = router.shelf("/user");
    Item admin = users.where("name", ADMIN).orElseThrow();
    boolean named = settings.username().equals(ADMIN);
    String password = named ? settings.password() : settings.adminPassword();
    boolean _ = users.change(admin, Map.of("password", password));
    if (!named) {
      Optional<Item> _ =
          router
              .shelf("/user/group")
              .add(Map.of("name", GROUP, "policy", POLICY), Optional.empty());
      Optional<Item> _ =
          users.add(
              Map.of("name", settings.username(), "group", GROUP, "password", settings.password()),
              Optional.empty());
    }
  }
}
