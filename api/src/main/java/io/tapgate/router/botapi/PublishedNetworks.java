package io.tapgate.router.botapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.Network;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the page of Telegram's networks says. It opens the sandbox to them, so a page that says
 * anything else than some public networks of a likely size is not believed at all.
 */
final class PublishedNetworks {
  private static final int MOST = 64;
  private static final int WIDEST = 16;

  /** Nobody's servers are there: this machine, the network around it, or everybody. */
  private static final List<Network> NOBODYS =
      List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "224.0.0.0/3")
          .stream()
          .map(Network::parse)
          .toList();

  private PublishedNetworks() {}

  /**
   * Those of IPv4: the gate lets no IPv6 through.
   *
   * @throws IllegalArgumentException saying what is wrong with the page
   */
  static Set<Network> read(byte[] page) {
    List<String> lines =
        new String(page, UTF_8).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.size() > MOST) {
      throw new IllegalArgumentException(lines.size() + " lines, where " + MOST + " would be many");
    }
    Set<Network> networks =
        lines.stream()
            .map(PublishedNetworks::network)
            .filter(network -> network.base().getAddress().length == 4)
            .collect(Collectors.toUnmodifiableSet());
    if (networks.isEmpty()) {
      throw new IllegalArgumentException("no network of IPv4");
    }
    networks.forEach(PublishedNetworks::requireLikely);
    return networks;
  }

  private static Network network(String line) {
    if (line.indexOf('/') < 0) {
      throw new IllegalArgumentException("a line that is no network");
    }
    return Network.parse(line);
  }

  private static void requireLikely(Network network) {
    InetAddress base = network.base();
    CallerAddress first = CallerAddress.parse(base.getHostAddress());
    boolean nobodys = NOBODYS.stream().anyMatch(one -> one.contains(first));
    if (nobodys || network.prefix() < WIDEST) {
      throw new IllegalArgumentException(network + ", where none of Telegram's servers can be");
    }
  }
}
