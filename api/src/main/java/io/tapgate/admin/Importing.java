package io.tapgate.admin;

import io.tapgate.audit.By;
import io.tapgate.client.Client;
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
  private static final int TRIES = 3;

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
    UNCHANGED,
    /** Nothing: the client is asked in another chat, which is to stay so. */
    OTHER_CHAT
  }

  /** What it would be, without doing it. */
  @Transactional(readOnly = true)
  public Outcome preview(Profile row, boolean keepsChats) {
    return known(row).map(id -> compared(id, row, keepsChats)).orElse(Outcome.CREATED);
  }

  /**
   * The account may connect for the first time, or be removed, in this very moment: then it is
   * looked at again. Empty if somebody always came first.
   *
   * @param keepsChats whether a client that is asked somewhere stays so
   */
  @Transactional
  public Optional<Outcome> take(Profile row, boolean keepsChats, By by) {
    for (int i = 0; i < TRIES; i++) {
      Optional<ClientId> id = known(row);
      if (id.isPresent() && clients.hold(id.get()).isPresent()) {
        return Optional.of(amended(id.get(), row, keepsChats, by));
      }
      if (id.isEmpty() && enrolling.enrol(row, by) instanceof Enrolling.Outcome.Done) {
        return Optional.of(Outcome.CREATED);
      }
    }
    return Optional.empty();
  }

  private Outcome amended(ClientId held, Profile row, boolean keepsChats, By by) {
    Outcome outcome = compared(held, row, keepsChats);
    if (outcome == Outcome.CHANGED) {
      enrolling.amend(held, before -> merged(before, row), Optional.empty(), by);
    }
    return outcome;
  }

  private Outcome compared(ClientId id, Profile row, boolean keepsChats) {
    Profile before = roll.profile(id).orElseThrow();
    if (keepsChats && isAskedElsewhere(before, row)) {
      return Outcome.OTHER_CHAT;
    }
    return merged(before, row).equals(before) ? Outcome.UNCHANGED : Outcome.CHANGED;
  }

  private static boolean isAskedElsewhere(Profile before, Profile row) {
    return before.chat().isPresent() && row.chat().isPresent() && !before.chat().equals(row.chat());
  }

  private Optional<ClientId> known(Profile row) {
    return row.name().flatMap(name -> clients.named(name.value())).map(Client::id);
  }

  /** A row that leaves something out says nothing of it. */
  private static Profile merged(Profile before, Profile row) {
    return new Profile(row.name(), row.chat().or(before::chat), row.note().or(before::note));
  }
}
