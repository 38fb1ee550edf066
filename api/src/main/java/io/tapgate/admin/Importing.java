package io.tapgate.admin;

import io.tapgate.audit.By;
import io.tapgate.client.ClientId;
import io.tapgate.client.Clients;
import io.tapgate.client.Enrolling;
import io.tapgate.client.Profile;
import io.tapgate.client.Roll;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One row of a list of clients: added if the account is new, changed if something is different.
 * Repeated, it changes nothing.
 */
@Service
public class Importing {
  private final Clients clients;
  private final Roll roll;
  private final Enrolling enrolling;

  Importing(Clients clients, Roll roll, Enrolling enrolling) {
    this.clients = clients;
    this.roll = roll;
    this.enrolling = enrolling;
  }

  /** What became of a row, or would. */
  public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED
  }

  /** What it would be, without doing it. */
  @Transactional(readOnly = true)
  public Outcome preview(Profile row) {
    return before(row)
        .map(id -> merged(id, row).equals(profile(id)) ? Outcome.UNCHANGED : Outcome.CHANGED)
        .orElse(Outcome.CREATED);
  }

  @Transactional
  public Outcome take(Profile row, By by) {
    Outcome outcome = preview(row);
    switch (outcome) {
      case CREATED -> enrolling.enrol(row, by);
      case CHANGED -> {
        ClientId id = before(row).orElseThrow();
        enrolling.amend(id, merged(id, row), roll.version(id).orElseThrow(), by);
      }
      case UNCHANGED -> {}
    }
    return outcome;
  }

  private Optional<ClientId> before(Profile row) {
    return row.name().flatMap(name -> clients.named(name.value())).map(client -> client.id());
  }

  private Profile profile(ClientId id) {
    return roll.profile(id).orElseThrow();
  }

  /** A row that leaves something out says nothing of it. */
  private Profile merged(ClientId id, Profile row) {
    Profile before = profile(id);
    return new Profile(row.name(), row.chat().or(before::chat), row.note().or(before::note));
  }
}
