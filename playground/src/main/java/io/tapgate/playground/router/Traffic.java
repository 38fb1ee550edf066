package io.tapgate.playground.router;

import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.Entry;
import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.ListAddress;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.filter.Filter;
import io.tapgate.playground.router.filter.Packet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What clients send, packet by packet: the rules say what comes of it, and what they let through is
 * tracked until it is cut.
 *
 * <p>Each client asks for a name as it comes in, and tries to reach one machine behind the router
 * whenever its address enters a list. So a permit shows at once as a tracked connection, and one
 * taken back as a connection that is cut.
 */
final class Traffic {
  private static final int DNS = 53;
  private static final int HTTPS = 443;
  private static final int FIRST_PORT = 49_152;
  private static final int PORTS = 16_000;

  private final Device device;
  private final String routerAddress;
  private final AtomicInteger ports = new AtomicInteger();

  Traffic(Device device, String routerAddress) {
    this.device = device;
    this.routerAddress = routerAddress;
    device.listen(this::seen);
  }

  /** A client asks the router for a name, as the first thing every client does. */
  void asksForName(Session session) {
    String server = isFour(session.address()) ? routerAddress : "fe80::1";
    boolean _ = sends(session, "udp", server, DNS);
  }

  /** A client tries to reach a machine behind the router; true when it is let through. */
  boolean reaches(Session session, String address, int port) {
    return sends(session, "tcp", address, port);
  }

  private boolean sends(Session session, String protocol, String to, int port) {
    return device.inside(
        new Cause.Client(session.account().name()),
        inner ->
            inner.sessions().isUp(session)
                && Filter.send(packet(session, protocol, to, port, inner), inner).passes());
  }

  private Packet packet(Session session, String protocol, String to, int port, Insides inner) {
    return new Packet(
        session.interfaceName(),
        out(to, inner),
        protocol,
        session.address(),
        FIRST_PORT + ports.getAndIncrement() % PORTS,
        to,
        port);
  }

  /** By which interface it would leave; empty: it is for the router itself. */
  private String out(String to, Insides inner) {
    if (to.equals(routerAddress) || to.startsWith("fe80:")) {
      return "";
    }
    List<Session> others = inner.sessions().on(to);
    if (!others.isEmpty()) {
      return others.getLast().interfaceName();
    }
    return isAtHome(to) ? "bridge" : "ether1";
  }

  private static boolean isAtHome(String address) {
    return ListAddress.holds("192.168.0.0/16", address) || ListAddress.holds("fd00::/8", address);
  }

  private void seen(Change change) {
    switch (change) {
      case Change.EntryAdded(var _, Entry entry) -> tries(entry);
      case Change.EntryChanged(var _, var _, Entry entry) -> tries(entry);
      default -> {}
    }
  }

  private void tries(Entry entry) {
    ListAddress.plain(entry.address())
        .ifPresent(address -> {
          String beyond = isFour(address) ? "192.168.88.10" : "fd00:88::10";
          for (Session session : device.inside(inner -> inner.sessions().on(address))) {
            boolean _ = reaches(session, beyond, HTTPS);
          }
        });
  }

  private static boolean isFour(String address) {
    return Family.of(address) == Family.FOUR;
  }
}
