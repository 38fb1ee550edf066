package io.tapgate.client;

import io.tapgate.audit.Actor;
import java.util.Optional;

/** What admins write down about clients, and take from what routers named. */
public interface Roll {

  /** The other chat that a router named last. */
  Optional<ChatId> offered(ClientId id);

  /** From now on that chat is asked, and none is on offer any more. */
  void asksIn(ClientId id, ChatId chat, Actor by);

  /** The count of unconfirmed connections starts anew. False if there is no such client. */
  boolean countAnew(ClientId id);

  /** Empty if the name, or without a name the chat, is another client's. */
  Optional<ClientId> enrol(Profile profile, Actor by);

  /** False, and nothing changed, if the name is another client's. */
  boolean amend(ClientId id, Profile profile, Actor by);

  Optional<Profile> profile(ClientId id);

  /** Grows with each change that an admin makes. */
  Optional<Integer> version(ClientId id);
}
