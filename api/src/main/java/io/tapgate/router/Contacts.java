package io.tapgate.router;

import io.tapgate.connection.RouterId;
import io.tapgate.driving.Claim;
import java.util.Map;
import java.util.Optional;

/** How each router and Tapgate reach each other, as all nodes know it. */
public interface Contacts {

  /** Without those that were removed or are disabled: nobody waits for a word of theirs. */
  Map<RouterId, Contact> all();

  /** Held until the transaction ends. */
  Optional<Contact> hold(RouterId router);

  /** The same for whoever drives it; empty if that is somebody else by now. */
  Optional<Contact> hold(RouterId router, Claim claim);

  void keep(RouterId held, Contact contact);
}
