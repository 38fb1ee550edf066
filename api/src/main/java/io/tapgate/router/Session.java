package io.tapgate.router;

import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.SessionId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A VPN session as the router lists it now.
 *
 * @param name the account it was opened with
 * @param caller where it comes from, as the router writes it: an address, or a MAC address
 * @param service what kind of VPN (l2tp, sstp …), where the router says
 * @param age how long it has been up, to the second
 */
public record Session(
    SessionId id,
    String name,
    TunnelAddress address,
    @Nullable String caller,
    @Nullable String service,
    Duration age) {}
