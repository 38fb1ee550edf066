package io.tapgate.router.routeros.gate;

import io.tapgate.router.Router;
import io.tapgate.router.gate.Finding;
import io.tapgate.router.routeros.Item;
import io.tapgate.router.routeros.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether Tapgate's user has the rights it needs and no others, and the API a good certificate. */
final class OwnLook {
  private static final Duration SOON = Duration.ofDays(30);
  private static final String AGAIN = "Run `./tapgate router prepare` for it again.";

  private final Standing standing;
  private final Router router;
  private final String tapgate;
  private final Instant now;

  OwnLook(Standing standing, Router router, String tapgate, Instant now) {
    this.standing = standing;
    this.router = router;
    this.tapgate = tapgate;
    this.now = now;
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    standing.named(Menu.USERS, router.login().username()).ifPresent(user -> user(user, all));
    services(all);
    return all;
  }

  private void user(Item user, List<Finding> all) {
    Set<String> rights =
        standing
            .named(Menu.GROUPS, Standing.said(user, "group"))
            .map(OwnUser::rights)
            .orElse(Set.of());
    Set<String> wanted = Set.of(Gatehouse.RIGHTS.split(","));
    Set<String> more = new TreeSet<>(rights);
    more.removeAll(wanted);
    if (!more.isEmpty()) {
      all.add(
          Finding.warning(
              "rights-too-many",
              "Tapgate's user "
                  + Reply.shown(router.login().username())
                  + " also may "
                  + String.join(", ", more),
              "Whoever gets hold of its password can do more than open the gate.",
              AGAIN));
    }
    Set<String> less = new TreeSet<>(wanted);
    less.removeAll(rights);
    if (!rights.isEmpty() && !less.isEmpty()) {
      all.add(
          Finding.problem(
              "rights-too-few",
              "Tapgate's user may not " + String.join(", ", less),
              "Tapgate can let nobody in, or take nobody out.",
              AGAIN));
    }
    List<String> from = List.of(Standing.said(user, "address").split(","));
    if (from.equals(List.of(""))) {
      all.add(
          Finding.warning(
              "user-from-anywhere",
              "Tapgate's user may come from anywhere",
              "Whoever gets hold of its password can use it from wherever they are.",
              AGAIN));
    }
  }

  private void services(List<Finding> all) {
    standing
        .where(Menu.SERVICES, one -> Standing.says(one, "name", "api") && !one.is("dynamic"))
        .filter(one -> !one.is("disabled") && Standing.said(one, "address").isEmpty())
        .findFirst()
        .ifPresent(_ ->
            all.add(
                Finding.warning(
                    "api-plain",
                    "the API without TLS is open to everybody",
                    "A password that is sent there can be read on the way.",
                    "On the router: /ip/service/disable api, or give it an address= of its own.")));
    ApiService api = new ApiService(standing);
    if (!api.isOn()) {
      all.add(
          Finding.warning(
              "api-tls-off",
              "the API over TLS is off",
              "Passwords cross the network readably.",
              AGAIN));
      return;
    }
    if (!Reach.covers(api.from(), tapgate)) {
      all.add(
          Finding.problem(
              "api-not-for-us",
              "the API over TLS is not open to " + tapgate,
              "Tapgate will not get in again once its line is lost.",
              AGAIN));
    }
    certificate(api.certificate(), all);
  }

  private void certificate(Optional<Item> certificate, List<Finding> all) {
    if (certificate.isEmpty()) {
      all.add(
          Finding.problem(
              "certificate-missing",
              "the API over TLS has no certificate",
              "Nobody can speak to it over TLS.",
              AGAIN));
      return;
    }
    Optional<Instant> end = RouterClock.moment(Standing.said(certificate.get(), "invalid-after"));
    boolean over = certificate.get().is("expired") || end.filter(now::isAfter).isPresent();
    if (over) {
      all.add(
          Finding.problem(
              "certificate-expired",
              "the certificate of the API is no longer valid",
              "With ROUTER_TLS=verify Tapgate does not get in; pinned, it does.",
              "Give api-ssl another one, and Tapgate its fingerprint."));
    } else if (end.filter(now.plus(SOON)::isAfter).isPresent()) {
      all.add(
          Finding.warning(
              "certificate-ends-soon",
              "the certificate of the API ends " + end.get(),
              "With tls verify Tapgate does not get in after that.",
              "Give api-ssl another one, and Tapgate its fingerprint."));
    }
  }
}
