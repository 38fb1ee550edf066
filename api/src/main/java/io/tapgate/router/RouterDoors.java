package io.tapgate.router;

/** Opens doors. One make of router, one implementation. */
public interface RouterDoors {

  /**
   * Connects and logs in, within bounded time. Throws {@link RouterTrouble.Silent} when nobody
   * answers, {@link RouterTrouble.Refused} when the login, the certificate or the host name is
   * refused; the message says which and what to do about it.
   */
  RouterDoor open(Router router);
}
