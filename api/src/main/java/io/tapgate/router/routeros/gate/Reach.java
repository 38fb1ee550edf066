package io.tapgate.router.routeros.gate;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.Network;
import java.util.List;

/** Whether somebody may come from where they come from. */
final class Reach {
  private Reach() {}

  /** An empty list is for everybody. */
  static boolean covers(List<String> networks, String address) {
    return networks.isEmpty() || networks.stream().anyMatch(one -> covers(one, address));
  }

  private static boolean covers(String network, String address) {
    try {
      return Network.parse(network).contains(CallerAddress.parse(address));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
