package io.tapgate.router.routeros.gate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where VPN clients knock: where everybody expects it, and wherever a server of this router is. */
record VpnPorts(String udp, String tcp) {

  static VpnPorts of(Standing standing) {
    Set<String> udp = usual(Gatehouse.UDP_PORTS);
    Set<String> tcp = usual(Gatehouse.TCP_PORTS);
    standing
        .where(Menu.OVPN, ProfileSteps::serves)
        .flatMap(server -> server.find("port").stream())
        .forEach(port -> {
          udp.add(port);
          tcp.add(port);
        });
    standing
        .where(Menu.SSTP, ProfileSteps::serves)
        .flatMap(server -> server.find("port").stream())
        .forEach(tcp::add);
    return new VpnPorts(String.join(",", udp), String.join(",", tcp));
  }

  private static Set<String> usual(String ports) {
    return new LinkedHashSet<>(List.of(ports.split(",")));
  }
}
