package io.tapgate.playground.router.device;

import java.time.Instant;

/**
 * A VPN session that is, or was, up.
 *
 * @param id the item number in the menu
 * @param sessionId what tells it from every other session, such as {@code 0x81A00001}
 * @param service what kind of VPN
 * @param caller where it comes from: an address, or a MAC address
 * @param address the tunnel address, in normal form
 */
public record Session(
    String id,
    String sessionId,
    Account account,
    String service,
    String caller,
    String address,
    Instant since) {

  /** The interface that the router makes for it. */
  public String interfaceName() {
    return "<" + service + "-" + account.name() + ">";
  }
}
