package io.tapgate.client;

import io.tapgate.audit.By;
import io.tapgate.audit.Happening;
import io.tapgate.audit.Recording;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What admins write down about clients: before anybody has seen them, and after. */
@Service
public class Enrolling {
  private final Clients clients;
  private final Roll roll;
  private final Recording recording;

  Enrolling(Clients clients, Roll roll, Recording recording) {
    this.clients = clients;
    this.roll = roll;
    this.recording = recording;
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
    Optional<ClientId> enrolled = roll.enrol(profile);
    enrolled.ifPresent(id ->
        recording.note(Happening.of("client.enrolled", by).client(id.value()).with(said(profile))));
    return enrolled.<Outcome>map(Outcome.Done::new).orElseGet(Outcome.Taken::new);
  }

  /**
   * @param read the version that the change was decided on
   */
  @Transactional
  public Outcome amend(ClientId id, Profile profile, int read, By by) {
    Optional<Integer> version = clients.hold(id).flatMap(_ -> roll.version(id));
    if (version.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (version.get() != read) {
      return new Outcome.Stale(version.get());
    }
    Profile before = roll.profile(id).orElseThrow();
    if (!roll.amend(id, profile)) {
      return new Outcome.Taken();
    }
    recording.note(
        Happening.of("client.changed", by).client(id.value()).with(changes(before, profile)));
    return new Outcome.Done(id);
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
