package io.tapgate.router.routeros.gate;

import io.tapgate.router.Router;
import java.util.List;

/** What everything of ours on a router is called, and the rules the gate is made of. */
final class Gatehouse {
  /** Every comment of ours begins so. */
  static final String MARK = "tapgate";

  static final String CLIENTS = "tapgate-vpn";
  static final String TELEGRAM = "tapgate-telegram";
  static final String CERTIFICATE = "tapgate-api";
  static final String RIGHTS = "api,read,write";

  /** Where our part of a script ends; what follows is the admin's own. */
  static final String END = "# tapgate: end\n";

  /** By which L2TP with IPsec, OpenVPN and PPTP usually come in; SSTP says its port itself. */
  static final String UDP_PORTS = "500,1194,1701,4500";

  static final String TCP_PORTS = "1194,1723";

  private static final String TELEGRAM_PORTS = "80,443,5222";

  private Gatehouse() {}

  static boolean isOurs(String comment) {
    return comment.startsWith(MARK);
  }

  /**
   * In their order.
   *
   * @param tapgate where Tapgate comes from
   * @param port where its API listens
   */
  static List<Rule> rules(Router.ListNames lists, String tapgate, String port, VpnPorts vpn) {
    String outside = "src-address-list=!" + lists.permit();
    return List.of(
        Rule.of(
            "tapgate-out",
            "Telegram, for the tap",
            "action=accept dst-address-list="
                + TELEGRAM
                + " protocol=tcp dst-port="
                + TELEGRAM_PORTS),
        Rule.of("tapgate-out", "who is not let in", "action=drop " + outside),
        Rule.of(
            "tapgate-out",
            "what goes on",
            "action=accept connection-state=established,related out-interface-list=!" + CLIENTS),
        Rule.of(
            "tapgate-in",
            "Telegram, for the tap",
            "action=accept src-address-list="
                + TELEGRAM
                + " protocol=tcp src-port="
                + TELEGRAM_PORTS
                + " connection-state=established"),
        Rule.of(
            "tapgate-in", "who is not let in", "action=drop dst-address-list=!" + lists.permit()),
        Rule.of("tapgate-in", "what goes on", "action=accept connection-state=established,related"),
        Rule.of("tapgate-router", "names", "action=accept protocol=udp dst-port=53"),
        Rule.of("tapgate-router", "long names", "action=accept protocol=tcp dst-port=53"),
        Rule.of("tapgate-router", "who is not let in", "action=drop " + outside),
        Rule.of(
            "forward",
            "from VPN clients",
            "action=jump jump-target=tapgate-out in-interface-list=" + CLIENTS),
        Rule.of(
            "forward",
            "to VPN clients",
            "action=jump jump-target=tapgate-in out-interface-list=" + CLIENTS),
        Rule.of(
            "input",
            "Tapgate itself",
            "action=accept in-interface-list=!"
                + CLIENTS
                + " src-address="
                + tapgate
                + " protocol=tcp dst-port="
                + port),
        banned(lists, "who is banned does not dial in", "udp", vpn.udp()),
        banned(lists, "who is banned does not call in", "tcp", vpn.tcp()),
        Rule.of(
            "input",
            "the router itself",
            "action=jump jump-target=tapgate-router in-interface-list=" + CLIENTS));
  }

  private static Rule banned(
      Router.ListNames lists, String comment, String protocol, String ports) {
    return Rule.of(
        "input",
        comment,
        "action=drop src-address-list="
            + lists.ban()
            + " connection-state=new protocol="
            + protocol
            + " dst-port="
            + ports);
  }

  static List<Rule> rulesSix() {
    return List.of(
        Rule.of("forward", "no IPv6 from VPN clients", "action=drop in-interface-list=" + CLIENTS),
        Rule.of("forward", "no IPv6 to VPN clients", "action=drop out-interface-list=" + CLIENTS),
        Rule.of("input", "no IPv6 to the router", "action=drop in-interface-list=" + CLIENTS));
  }
}
