package io.tapgate.router;

import io.tapgate.address.CallerAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Addresses no router may keep out: those an admin names, and Tapgate's own. */
@Component
class NeverBan {
  private static final Logger log = LoggerFactory.getLogger(NeverBan.class);

  private final RouterSettings settings;
  private final Set<CallerAddress> own = own();

  NeverBan(RouterSettings settings) {
    this.settings = settings;
  }

  boolean covers(CallerAddress address) {
    return own.contains(address)
        || settings.neverBan().stream().anyMatch(network -> network.contains(address));
  }

  private static Set<CallerAddress> own() {
    try {
      return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
          .flatMap(NetworkInterface::inetAddresses)
          .map(CallerAddress::new)
          .collect(Collectors.toUnmodifiableSet());
    } catch (SocketException unreadable) {
      log.warn("this machine's own addresses cannot be read; name them in NEVER_BAN", unreadable);
      return Set.of();
    }
  }
}
