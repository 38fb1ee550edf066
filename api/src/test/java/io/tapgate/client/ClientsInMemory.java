package io.tapgate.client;

import io.tapgate.audit.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clients without a database: known by name, or else by chat, and met on first sight. */
public final class ClientsInMemory implements Clients {
  private final List<Client> known = new ArrayList<>();
  private final List<ChatId> offered = new ArrayList<>();

  @Override
  public synchronized Met meet(Introduction who, Actor by) {
    return new Met(meet(who), Optional.empty());
  }

  public synchronized Client meet(Introduction who) {
    return known.stream()
        .filter(one -> isNamed(one, who))
        .findFirst()
        .map(one -> nowWithChat(one, who))
        .orElseGet(() -> meetFirst(who));
  }

  /** A chat that is named is the chat of a client that has none. */
  private Client nowWithChat(Client one, Introduction who) {
    if (one.chat().isPresent() || who.chat().isEmpty()) {
      return one;
    }
    Client reachable = new Client(one.id(), one.name(), who.chat());
    known.set(known.indexOf(one), reachable);
    return reachable;
  }

  @Override
  public synchronized Optional<Client> find(ClientId id) {
    return known.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Client> hold(ClientId id) {
    return find(id);
  }

  @Override
  public synchronized void offer(ClientId id, ChatId chat) {
    offered.add(chat);
  }

  /** Other chats that routers named, in order. */
  public synchronized List<ChatId> offered() {
    return List.copyOf(offered);
  }

  @Override
  public synchronized Optional<Client> named(String account) {
    return known.stream()
        .filter(one -> one.name().filter(name -> name.value().equals(account)).isPresent())
        .findFirst();
  }

  public synchronized Client meet(String name, long chat) {
    return meet(
        new Introduction(Optional.of(new AccountName(name)), Optional.of(new ChatId(chat))));
  }

  private Client meetFirst(Introduction who) {
    Client met = new Client(new ClientId(known.size() + 1L), who.name(), who.chat());
    known.add(met);
    return met;
  }

  private static boolean isNamed(Client one, Introduction who) {
    return who.name().isPresent() ? one.name().equals(who.name()) : one.chat().equals(who.chat());
  }
}
