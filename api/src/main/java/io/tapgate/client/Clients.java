package io.tapgate.client;

import io.tapgate.audit.Actor;
import java.util.Optional;

/** Everybody we have ever met. */
public interface Clients {

  /**
   * The client a router reports, created on first sight, and its row held until the transaction
   * ends: whatever else is reported of the same client waits. A chat named by the router becomes
   * the client's only while it has none, unless the router's word is trusted.
   */
  Met meet(Introduction introduction, Actor by);

  Optional<Client> find(ClientId id);

  /** Its row is held until the transaction ends: what is reported of it waits. */
  Optional<Client> hold(ClientId id);

  /** Notes that a router named another chat: an admin may accept it. */
  void offer(ClientId id, ChatId chat);

  /** By the account's name, letter for letter. */
  Optional<Client> named(String account);
}
