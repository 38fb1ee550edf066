package io.tapgate.router;

import io.tapgate.doors.ApiSettings;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Addresses that Tapgate calls only if an admin insists: whoever may add a router could otherwise
 * have it knock, from the inside, at doors that are closed to them. Private networks are where
 * routers are, and are none of these.
 */
@Component
public class OffLimits {
  private static final Duration LOOKS_UP = Duration.ofSeconds(3);

  /** Those that are not link-local as well: Amazon, Google, Alibaba, Azure. */
  private static final Set<InetAddress> METADATA =
      Stream.of(
              "169.254.169.254",
              "fd00:ec2::254",
              "fd20:ce::254",
              "100.100.100.200",
              "168.63.129.16")
          .map(InetAddress::ofLiteral)
          .collect(Collectors.toUnmodifiableSet());

  private final ApiSettings api;
  private final DatabasePlaces database;

  public OffLimits(ApiSettings api, DatabasePlaces database) {
    this.api = api;
    this.database = database;
  }

  /** Wherever our own doors and our database are. */
  public static OffLimits ofAnyMachine() {
    return new OffLimits(new ApiSettings(1), List::of);
  }

  /**
   * Why this router may not be where it is said to be; empty: it may. A name that nobody knows yet
   * may: it is judged again whenever it is dialled.
   */
  Optional<String> why(Particulars router) {
    return router.anywhere() ? Optional.empty() : why(router.host(), router.port());
  }

  /** Why nobody is called at this host; empty: somebody may be. */
  public Optional<String> why(String host, int port) {
    return why(addresses(host, LOOKS_UP), port);
  }

  /** Why nobody is called there. One such address among several is enough. */
  public Optional<String> why(List<InetAddress> addresses, int port) {
    return addresses.stream().map(one -> why(one, port)).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> why(InetAddress address, int port) {
    return Stream.concat(Stream.of(address), carried(address).stream())
        .map(one -> what(one, port))
        .flatMap(Optional::stream)
        .findFirst()
        .map(what -> address.getHostAddress() + " " + what);
  }

  private Optional<String> what(InetAddress address, int port) {
    if (METADATA.contains(address)) {
      return Optional.of("is where clouds hand out their machines' secrets");
    }
    if (isThisMachineItself(address)) {
      return Optional.of("is this machine itself");
    }
    if (address.isLinkLocalAddress()) {
      return Optional.of("is a link-local address");
    }
    if (address.isMulticastAddress()) {
      return Optional.of("is a group of machines, not one");
    }
    return ours(address, port);
  }

  private Optional<String> ours(InetAddress address, int port) {
    boolean here = isOfThisMachine(address);
    if (here && port == api.port()) {
      return Optional.of("is this machine, and " + port + " the port of Tapgate's own doors");
    }
    return database.places().stream().anyMatch(place -> isThere(place, address, here, port))
        ? Optional.of("is, at port " + port + ", Tapgate's database")
        : Optional.empty();
  }

  /** A database on this machine may be reached by every address of it. */
  private static boolean isThere(
      DatabasePlaces.Place place, InetAddress address, boolean here, int port) {
    return place.port() == port
        && addresses(place.host(), LOOKS_UP).stream()
            .anyMatch(one ->
                one.equals(address)
                    || (here && (isThisMachineItself(one) || isOfThisMachine(one))));
  }

  /** All of 0.0.0.0/8 leads here as well. */
  private static boolean isThisMachineItself(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || (!(address instanceof Inet6Address) && address.getAddress()[0] == 0);
  }

  private static boolean isOfThisMachine(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException _) {
      return false;
    }
  }

  /**
   * An IPv4 address inside an IPv6 one, which a gateway would unpack: NAT64, 6to4, and ::a.b.c.d.
   */
  private static Optional<InetAddress> carried(InetAddress address) {
    if (!(address instanceof Inet6Address v6)) {
      return Optional.empty();
    }
    byte[] bytes = address.getAddress();
    if (bytes[0] == 0x20 && bytes[1] == 0x02) {
      return Optional.of(v4(Arrays.copyOfRange(bytes, 2, 6)));
    }
    boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == -1 && bytes[3] == (byte) 0x9b;
    return nat64 || v6.isIPv4CompatibleAddress()
        ? Optional.of(v4(Arrays.copyOfRange(bytes, 12, 16)))
        : Optional.empty();
  }

  private static InetAddress v4(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<InetAddress> addresses(String host, Duration patience) {
    try {
      return Lookup.of(host, patience);
    } catch (ExecutionException | TimeoutException _) {
      return List.of();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
