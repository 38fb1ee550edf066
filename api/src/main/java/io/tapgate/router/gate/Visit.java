package io.tapgate.router.gate;

import io.tapgate.router.HookToken;
import io.tapgate.router.Router;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Session;
import java.util.List;
import java.util.Set;

/**
 * One visit at a router with an admin's login. Everything throws {@link RouterTrouble} as a {@link
 * io.tapgate.router.RouterDoor} does. Interrupted anywhere, it can be begun again: what is done
 * already is found done.
 */
public interface Visit extends AutoCloseable {

  /** What the router calls itself. */
  String identity();

  /** The tokens that its scripts show now. */
  List<HookToken> tokens();

  /**
   * What would be done to have this gate. Changes nothing.
   *
   * @param kept the accounts whose sessions stay up
   */
  Plan plan(Gate gate, Set<String> kept);

  /** Does it, and reads it back: returns only when nothing of it is left to do. */
  Prepared prepare(Gate gate, Set<String> kept);

  /** Those of these accounts that the gate is for, before it already or not. Changes nothing. */
  List<Session> sessions(Gate gate, Set<String> accounts);

  /** What would be done to take away everything that is ours. Changes nothing. */
  Plan removal(Router.ListNames lists);

  /** Does it, and reads it back. */
  void remove(Router.ListNames lists);

  @Override
  void close();

  /**
   * How Tapgate reaches what was prepared.
   *
   * @param fingerprint of the certificate that answers there
   */
  record Prepared(int port, String fingerprint) {}
}
