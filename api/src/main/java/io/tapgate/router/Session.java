package io.tapgate.router;

import io.tapgate.address.Caller;
import io.tapgate.address.TunnelAddress;
import io.tapgate.client.AccountName;
import io.tapgate.connection.SessionId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A VPN session as the router lists it now.
 *
 * @param name the account it was opened with
 * @param caller where it comes from, as the router writes it
 * @param service what kind of VPN (l2tp, sstp …), where the router says
 * @param age how long it has been up, to the second
 */
public record Session(
    SessionId id,
    String name,
    TunnelAddress address,
    @Nullable String caller,
    @Nullable String service,
    Duration age) {

  /** Which session this is, whatever its age. */
  record Named(SessionId id, TunnelAddress address, String account) {}

  Named named() {
    return new Named(id, address, name);
  }

  /** The account, if its name is one that we could keep. */
  public Optional<AccountName> account() {
    try {
      return Optional.of(new AccountName(name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Where it comes from, if the router wrote an address or a device. */
  public Optional<Caller> from() {
    try {
      return Optional.ofNullable(caller).map(Caller::parse);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
