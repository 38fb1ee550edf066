package io.tapgate.client;

import io.tapgate.audit.Actor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/** What admins write down about clients that are in memory. */
public final class RollInMemory implements Roll {
  private final ClientsInMemory clients;
  private final Map<ClientId, String> notes = new HashMap<>();

  public RollInMemory(ClientsInMemory clients) {
    this.clients = clients;
  }

  public Enrolling enrolling(ApplicationEventPublisher announce) {
    return new Enrolling(clients, this, _ -> {}, announce);
  }

  @Override
  public Optional<ChatId> offered(ClientId id) {
    return Optional.empty();
  }

  @Override
  public void asksIn(ClientId id, ChatId chat, Actor by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean countAnew(ClientId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<ClientId> enrol(Profile profile, Actor by) {
    boolean taken = profile.name().flatMap(name -> clients.named(name.value())).isPresent();
    return taken ? Optional.empty() : Optional.of(written(profile));
  }

  @Override
  public boolean amend(ClientId id, Profile profile, Actor by) {
    return written(profile).equals(id);
  }

  private ClientId written(Profile profile) {
    ClientId id = clients.meet(new Introduction(profile.name(), profile.chat())).id();
    profile.note().ifPresent(note -> notes.put(id, note));
    return id;
  }

  @Override
  public Optional<Profile> profile(ClientId id) {
    return clients
        .find(id)
        .map(one -> new Profile(one.name(), one.chat(), Optional.ofNullable(notes.get(id))));
  }

  @Override
  public Optional<Integer> version(ClientId id) {
    return clients.find(id).map(_ -> 0);
  }
}
