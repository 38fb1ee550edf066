package io.tapgate.router;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.Network;
import io.tapgate.address.TunnelAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything a router shows of what Tapgate answers for, read completely and in one go.
 *
 * @param sessions all that are up, whoever's
 * @param gated the tunnel addresses that the gate on the router stands before; other sessions are
 *     none of Tapgate's business
 * @param postOffice the networks that the sandbox lets through
 * @param strangers what stands in PERMIT and is no single address, as the router writes it
 */
public record Overview(
    List<Session> sessions,
    Set<TunnelAddress> gated,
    Roll<TunnelAddress> denied,
    Roll<TunnelAddress> permitted,
    Roll<CallerAddress> banned,
    Roll<Network> postOffice,
    List<String> strangers) {

  public Overview {
    sessions = List.copyOf(sessions);
    gated = Set.copyOf(gated);
    strangers = List.copyOf(strangers);
  }

  /**
   * Who stands in a list.
   *
   * @param all by whoever's hand
   * @param ours those that Tapgate or its scripts put there
   */
  public record Roll<A>(Set<A> all, Set<A> ours) {
    public Roll {
      all = Set.copyOf(all);
      ours = Set.copyOf(ours);
    }

    boolean has(A address) {
      return all.contains(address);
    }
  }

  Map<TunnelAddress, List<Session>> byAddress() {
    return sessions.stream().collect(Collectors.groupingBy(Session::address));
  }
}
