package io.tapgate.router.account;

import io.tapgate.audit.By;
import io.tapgate.client.AccountName;
import io.tapgate.connection.RouterId;
import java.util.Locale;

/**
 * An account on a router was changed, or may have been. Announced once it is known.
 *
 * @param certain whether the router was read back; else it fell silent on the way
 */
record AccountChanged(RouterId router, AccountName account, What what, By by, boolean certain) {

  /** What was done. */
  enum What {
    CREATED,
    DISABLED,
    ENABLED,
    DELETED,
    GIVEN_ANOTHER_PASSWORD;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
