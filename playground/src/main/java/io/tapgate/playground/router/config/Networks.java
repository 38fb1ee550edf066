package io.tapgate.playground.router.config;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses and networks in a row, as services and users are limited by: always with a length. */
final class Networks {
  private static final String FOUR = "\\d{1,3}(\\.\\d{1,3}){3}(/([12]?\\d|3[0-2]))?";
  private static final String SIX = "(?=.*:)[0-9A-Fa-f:.]+(/(\\d{1,2}|1[01]\\d|12[0-8]))?";

  private Networks() {}

  static Optional<String> normal(String typed) {
    String[] all = typed.split(",", -1);
    return Stream.of(all).allMatch(one -> one.matches(FOUR) || one.matches(SIX))
        ? Optional.of(Stream.of(all).map(Networks::whole).collect(Collectors.joining(",")))
        : Optional.empty();
  }

  private static String whole(String one) {
    if (one.indexOf('/') >= 0) {
      return one;
    }
    return one + (one.indexOf(':') >= 0 ? "/128" : "/32");
  }
}
