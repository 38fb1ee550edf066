package io.tapgate.router;

import java.util.Optional;
import java.util.stream.Stream;

/** What an admin says of a router; what is empty stays as it is. */
public record Amendment(
    Optional<String> name,
    Optional<String> host,
    Optional<Integer> port,
    Optional<String> username,
    Optional<Password> password,
    TrustWords trust,
    Optional<String> denyList,
    Optional<String> permitList,
    Optional<String> banList,
    LimitWords limits,
    Optional<Boolean> anywhere,
    Optional<Boolean> disabled) {
  private static final int LISTS = 3;

  public Amendment {
    name.ifPresent(RouterTerms::name);
    host.ifPresent(RouterTerms::host);
    port.ifPresent(number -> RouterTerms.port(String.valueOf(number)));
    username.ifPresent(RouterTerms::username);
    Stream.of(denyList, permitList, banList).flatMap(Optional::stream).forEach(RouterTerms::list);
  }

  /**
   * Throws {@link Unfitting} where one thing does not go with another. A password is not sent to
   * another place than it was written for, and what was said of one place is not said of another.
   */
  Particulars over(Particulars before) {
    Particulars after =
        new Particulars(
            name.orElse(before.name()),
            host.orElse(before.host()),
            port.orElse(before.port()),
            username.orElse(before.username()),
            trust.over(before.trust()),
            lists(before.lists()),
            limits.over(before.limits()),
            anywhere.orElse(before.anywhere()),
            disabled.orElse(before.disabled()));
    if (password.isEmpty() && !after.isReachedAs(before)) {
      throw new Unfitting(
          "password", "write it again: the one on record is for the host, port and tls it was for");
    }
    boolean asSaid = anywhere.isPresent() || after.isAt(before.host(), before.port());
    return asSaid ? after : after.nowhereElse();
  }

  private Router.ListNames lists(Router.ListNames before) {
    Router.ListNames lists =
        new Router.ListNames(
            denyList.orElse(before.deny()),
            permitList.orElse(before.permit()),
            banList.orElse(before.ban()));
    if (Stream.of(lists.deny(), lists.permit(), lists.ban()).distinct().count() < LISTS) {
      throw new Unfitting("deny_list", "write three different names into the three lists");
    }
    return lists;
  }
}
