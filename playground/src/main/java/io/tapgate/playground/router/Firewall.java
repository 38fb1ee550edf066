package io.tapgate.playground.router;

import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.Entry;
import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.ListAddress;
import io.tapgate.playground.router.device.ListNames;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.device.Tracked;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the rules on the router let through: name service always, anything else only for an address
 * in PERMIT. A connection that was let through once goes on until it is cut.
 *
 * <p>Each client keeps trying to reach one machine behind the router, so that a permit shows at
 * once as a tracked connection, and a permit taken back as one that is cut.
 */
final class Firewall {
  private static final int DNS = 53;
  private static final int HTTPS = 443;
  private static final int FIRST_PORT = 49_152;
  private static final int PORTS = 16_000;

  private final Device device;
  private final ListNames lists;
  private final String routerAddress;
  private final AtomicInteger ports = new AtomicInteger();

  Firewall(Device device, ListNames lists, String routerAddress) {
    this.device = device;
    this.lists = lists;
    this.routerAddress = routerAddress;
    device.listen(this::seen);
  }

  /** A client asks the router for a name, as the first thing every client does. */
  void asksForName(Session session) {
    String server = Family.of(session.address()) == Family.FOUR ? routerAddress : "fe80::1";
    device.change(by(session), inner -> open(inner, "udp", session, server, DNS));
  }

  /** A client tries to reach a machine behind the router; true when it is let through. */
  boolean passes(Session session, String address, int port) {
    return device.inside(
        by(session),
        inner -> {
          boolean through =
              inner.sessions().isUp(session)
                  && inner
                      .lists(Family.of(session.address()))
                      .holds(lists.permit(), session.address());
          if (through) {
            open(inner, "tcp", session, address, port);
          }
          return through;
        });
  }

  private static Cause by(Session session) {
    return new Cause.Client(session.account().name());
  }

  private void seen(Change change) {
    if (change instanceof Change.EntryAdded(var _, Entry entry)
        && entry.list().equals(lists.permit())) {
      ListAddress.plain(entry.address()).ifPresent(this::getsThrough);
    }
  }

  private void getsThrough(String address) {
    String beyond = Family.of(address) == Family.FOUR ? "192.168.88.10" : "fd00:88::10";
    device.inside(inner -> inner.sessions().all()).stream()
        .filter(session -> session.address().equals(address))
        .forEach(session -> passes(session, beyond, HTTPS));
  }

  private void open(Insides inner, String protocol, Session session, String to, int port) {
    Tracked.End near =
        new Tracked.End(session.address(), FIRST_PORT + ports.getAndIncrement() % PORTS);
    inner
        .tracked(Family.of(session.address()))
        .open(protocol, near, new Tracked.End(to, port), inner.now());
  }
}
