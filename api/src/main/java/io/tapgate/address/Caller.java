package io.tapgate.address;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Where a client calls from, as its router names it. Usually an address, which can be banned; PPPoE
 * names a device instead, which can only be shown.
 */
public sealed interface Caller {
  Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}");

  record At(CallerAddress address) implements Caller {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /**
   * @param mac six octets, upper case, with colons
   */
  record Device(String mac) implements Caller {
    @Override
    public String toString() {
      return mac;
    }
  }

  static Caller parse(String text) {
    return parse(text, CallerAddress::parse);
  }

  /** As a router reports it: an address that a client can have, or a device. */
  static Caller reported(String text) {
    return parse(text, CallerAddress::reported);
  }

  private static Caller parse(String text, Function<String, CallerAddress> address) {
    return MAC.matcher(text).matches()
        ? new Device(text.toUpperCase(Locale.ROOT).replace('-', ':'))
        : new At(address.apply(text));
  }

  /** What a ban list can hold, if anything. */
  default Optional<CallerAddress> bannable() {
    return switch (this) {
      case At(CallerAddress address) -> Optional.of(address);
      case Device _ -> Optional.empty();
    };
  }
}
