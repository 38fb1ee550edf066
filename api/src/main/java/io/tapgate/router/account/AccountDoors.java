package io.tapgate.router.account;

import io.tapgate.router.Router;

/** Opens doors to the accounts of a router. One make of router, one implementation. */
public interface AccountDoors {

  /** As {@link io.tapgate.router.RouterDoors#open} does, and with its troubles. */
  AccountDoor openAccounts(Router router);
}
