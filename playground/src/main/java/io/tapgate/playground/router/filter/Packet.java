package io.tapgate.playground.router.filter;

/**
 * A packet as the router sees it.
 *
 * @param in the interface it came in by
 * @param out the one it would leave by; empty: it is for the router itself
 * @param protocol tcp, udp or icmp
 */
public record Packet(
    String in, String out, String protocol, String from, int fromPort, String to, int toPort) {

  public static Packet forTheRouter(String in, String protocol, String from, String to, int port) {
    return new Packet(in, "", protocol, from, 49_152, to, port);
  }

  public static Packet through(
      String in, String out, String protocol, String from, String to, int port) {
    return new Packet(in, out, protocol, from, 49_152, to, port);
  }

  /** What the other side would send back. */
  public Packet answer(String ownInterface) {
    return new Packet(out, out.isEmpty() ? ownInterface : in, protocol, to, toPort, from, fromPort);
  }

  String chain() {
    return out.isEmpty() ? "input" : "forward";
  }
}
