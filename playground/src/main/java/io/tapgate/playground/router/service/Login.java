package io.tapgate.playground.router.service;

import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.config.Shelf;
import io.tapgate.playground.router.console.Command;
import io.tapgate.playground.router.console.Rights;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.ListAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may speak to the API: each user that is written down, from where it may come. */
final class Login {
  private Login() {}

  /** What whoever comes may do; empty when it is not let in. Nobody is told why. */
  static Optional<Rights> admitted(Command login, String caller, Insides inner) {
    Shelf users = inner.configuration().shelf("/user");
    return users
        .where("name", login.argument("name"))
        .filter(user -> !user.isDisabled())
        .filter(user -> covers(user.said("address"), caller))
        .filter(user -> isSame(user.said("password"), login.argument("password")))
        .map(user -> rights(user, inner))
        .filter(rights -> rights.may("api"));
  }

  /** Whether a limit, which may be none, lets this caller in. */
  static boolean covers(String networks, String caller) {
    return networks.isEmpty()
        || Stream.of(networks.split(",", -1)).anyMatch(one -> ListAddress.holds(one, caller));
  }

  private static Rights rights(Item user, Insides inner) {
    Shelf groups = inner.configuration().shelf("/user/group");
    return Rights.of(
        groups.where("name", user.said("group")).map(group -> group.said("policy")).orElse(""));
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
