package io.tapgate.playground.router.device;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The normal form of what stands in an address list. A router takes an address, a network, a range
 * or a host name, and prints something that need not be what was typed.
 */
public final class ListAddress {
  private static final Pattern NAME =
      Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*\\.?");

  private ListAddress() {}

  /** The spelling the router keeps; empty when it takes no such value in this family's lists. */
  public static Optional<String> normal(Family family, String typed) {
    return Prefix.parse(family, typed)
        .map(Prefix::text)
        .or(() -> range(family, typed))
        .or(() -> NAME.matcher(typed).matches() ? Optional.of(typed) : Optional.empty());
  }

  /** The plain address in normal form, without a length; empty when it is not one address. */
  public static Optional<String> plain(String address) {
    return Prefix.parse(Family.of(address), address)
        .filter(prefix -> prefix.length() == (prefix.family() == Family.FOUR ? 32 : 128))
        .map(Prefix::address);
  }

  /** Whether what a rule says of an address holds for this one. */
  public static boolean holds(String kept, String address) {
    return holds(Family.of(address), kept, address);
  }

  /** Whether an entry's address, as the router keeps it, holds this one address. */
  static boolean holds(Family family, String kept, String address) {
    Optional<Prefix> one = Prefix.parse(family, address);
    return one.isPresent()
        && Prefix.parse(family, kept).map(net -> net.covers(one.get())).orElse(false);
  }

  private static Optional<String> range(Family family, String typed) {
    String[] ends = typed.split("-", -1);
    if (ends.length != 2 || typed.indexOf('/') >= 0) {
      return Optional.empty();
    }
    Optional<Prefix> from = Prefix.parse(family, ends[0]);
    Optional<Prefix> to = Prefix.parse(family, ends[1]);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    boolean one = from.equals(to);
    return Optional.of(one ? from.get().text() : from.get().address() + "-" + to.get().address());
  }
}
