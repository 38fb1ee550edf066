package io.tapgate.client;

import io.tapgate.audit.By;
import io.tapgate.audit.Happening;
import io.tapgate.audit.Recording;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What admins write down about clients: before anybody has seen them, and after. */
@Service
public class Enrolling {
  private final Clients clients;
  private final Roll roll;
  private final Recording recording;
  private final ApplicationEventPublisher announce;

  Enrolling(Clients clients, Roll roll, Recording recording, ApplicationEventPublisher announce) {
    this.clients = clients;
    this.roll = roll;
    this.recording = recording;
    this.announce = announce;
  }

  /** What became of it. */
  public sealed interface Outcome {
    record Done(ClientId client) implements Outcome {}

    /** Another client has that name, or, without a name, that chat. */
    record Taken() implements Outcome {}

    /** Somebody changed it since it was read. */
    record Stale(int version) implements Outcome {}

    record Unknown() implements Outcome {}
  }

  @Transactional
  public Outcome enrol(Profile profile, By by) {
    Optional<ClientId> enrolled = roll.enrol(profile, by.actor());
    enrolled.ifPresent(id ->
        recording.note(Happening.of("client.enrolled", by).client(id.value()).with(said(profile))));
    return enrolled.<Outcome>map(Outcome.Done::new).orElseGet(Outcome.Taken::new);
  }

  /**
   * @param change what it makes of the client as it is, once nobody else can change it
   * @param seen the version that the change was decided on; empty: whichever it is
   */
  @Transactional
  public Outcome amend(ClientId id, UnaryOperator<Profile> change, Optional<Integer> seen, By by) {
    if (clients.hold(id).isEmpty()) {
      return new Outcome.Unknown();
    }
    int version = roll.version(id).orElseThrow();
    if (seen.filter(read -> read != version).isPresent()) {
      return new Outcome.Stale(version);
    }
    Profile before = roll.profile(id).orElseThrow();
    Profile after = change.apply(before);
    if (!roll.amend(id, after, by.actor())) {
      return new Outcome.Taken();
    }
    recording.note(
        Happening.of("client.changed", by).client(id.value()).with(changes(before, after)));
    tellOfAnotherChat(id, before, after);
    return new Outcome.Done(id);
  }

  /** Whoever decided until now who gets in hears that it is somebody else. */
  private void tellOfAnotherChat(ClientId id, Profile before, Profile after) {
    if (before.chat().isPresent() && !before.chat().equals(after.chat())) {
      Client client = new Client(id, after.name(), after.chat());
      announce.publishEvent(new ChatChanged(client, before.chat()));
    }
  }

  private static Map<String, String> said(Profile profile) {
    Map<String, String> said = new TreeMap<>();
    profile.name().ifPresent(name -> said.put("name", name.value()));
    profile.chat().ifPresent(chat -> said.put("chat_id", chat.toString()));
    profile.note().ifPresent(note -> said.put("note", note));
    return said;
  }

  private static Map<String, String> changes(Profile before, Profile after) {
    Map<String, String> was = said(before);
    Map<String, String> is = said(after);
    Map<String, String> changes = new TreeMap<>();
    for (String field : new String[] {"name", "chat_id", "note"}) {
      String from = was.getOrDefault(field, "");
      String to = is.getOrDefault(field, "");
      if (!from.equals(to)) {
        changes.put(field, from + " → " + to);
      }
    }
    return changes;
  }
}
