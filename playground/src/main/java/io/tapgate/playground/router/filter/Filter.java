package io.tapgate.playground.router.filter;

import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Insides;
import io.tapgate.playground.router.device.Tracked;
import io.tapgate.playground.router.device.TrackedConnections;
import java.util.Optional;

/** Judges packets by the rules as they stand, and keeps in mind what was let through. */
public final class Filter {
  private Filter() {}

  /** What would become of it; nothing is kept in mind. */
  public static Verdict judge(Packet packet, Insides inner) {
    return judge(packet, tracked(packet, inner), inner);
  }

  /** The packet comes: what is let through is tracked from then on. */
  public static Verdict send(Packet packet, Insides inner) {
    Optional<Tracked> known = tracked(packet, inner);
    Verdict verdict = judge(packet, known, inner);
    if (verdict.passes()) {
      TrackedConnections all = inner.tracked(Family.of(packet.from()));
      Tracked tracked =
          known.orElseGet(() ->
              all.open(
                  packet.protocol(),
                  end(packet.from(), packet.fromPort()),
                  end(packet.to(), packet.toPort()),
                  inner.now()));
      if (verdict.fasttracked()) {
        all.fasttrack(tracked);
      }
    }
    return verdict;
  }

  private static Verdict judge(Packet packet, Optional<Tracked> known, Insides inner) {
    Family family = Family.of(packet.from());
    if (known.filter(inner.tracked(family)::isFasttracked).isPresent()) {
      return new Verdict(true, Optional.empty(), true);
    }
    String menu = family == Family.FOUR ? "/ip/firewall/filter" : "/ipv6/firewall/filter";
    Matching matching = new Matching(inner.lists(family), new Interfaces(inner));
    String state = known.isPresent() ? "established" : "new";
    return new Walk(inner.configuration().shelf(menu).all(), matching, packet, state).verdict();
  }

  private static Optional<Tracked> tracked(Packet packet, Insides inner) {
    Tracked.End from = end(packet.from(), packet.fromPort());
    Tracked.End to = end(packet.to(), packet.toPort());
    return inner.tracked(Family.of(packet.from())).between(packet.protocol(), from, to);
  }

  private static Tracked.End end(String address, int port) {
    return new Tracked.End(address, port);
  }
}
