package io.tapgate.playground.router;

import io.tapgate.playground.router.device.Account;
import java.util.Optional;

/**
 * How a client dials in.
 *
 * @param caller where it calls from: an address, or a MAC address
 * @param address the tunnel address it insists on; empty: the next free one
 * @param service what kind of VPN
 * @param reported whether what the script on-up fetches gets through; it runs either way
 */
public record Call(
    Account account, String caller, Optional<String> address, String service, boolean reported) {
  public static Call of(Account account, String caller) {
    return new Call(account, caller, Optional.empty(), "l2tp", true);
  }

  public Call at(String tunnelAddress) {
    return new Call(account, caller, Optional.of(tunnelAddress), service, reported);
  }

  public Call by(String otherService) {
    return new Call(account, caller, address, otherService, reported);
  }

  /** The hook is lost on the way. */
  public Call quietly() {
    return new Call(account, caller, address, service, false);
  }
}
