package io.tapgate.router.account;

import java.util.List;
import java.util.Optional;

/**
 * What a router gives to those who dial in.
 *
 * @param gated whether it puts them behind the gate
 */
public record AccountProfile(String name, boolean gated) {

  /** The one that is meant: by its name, or else the only one that is behind the gate. */
  static Optional<AccountProfile> meant(Optional<String> name, List<AccountProfile> there) {
    List<AccountProfile> fitting =
        there.stream().filter(one -> name.map(one.name()::equals).orElseGet(one::gated)).toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }
}
