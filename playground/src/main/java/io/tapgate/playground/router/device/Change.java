package io.tapgate.playground.router.device;

import io.tapgate.playground.router.config.Edit;
import java.time.Instant;
import java.util.List;

/** Something that happened on the router. In this order, these are its whole history. */
public sealed interface Change {
  Instant at();

  /** A command came in by the API and was carried out, or refused. Passwords are left out. */
  record CommandHeard(Instant at, String user, List<String> words) implements Change {
    public CommandHeard {
      words = List.copyOf(words);
    }
  }

  record EntryAdded(Instant at, Entry entry) implements Change {}

  record EntryChanged(Instant at, Entry before, Entry entry) implements Change {}

  record EntryGone(Instant at, Entry entry, Why why) implements Change {}

  record SessionUp(Instant at, Session session) implements Change {}

  record SessionDown(Instant at, Session session, Why why) implements Change {}

  record ConnectionOpened(Instant at, Tracked connection) implements Change {}

  record ConnectionCut(Instant at, Tracked connection) implements Change {}

  /** Something was written down, changed or taken away by an admin, or by whoever has the right. */
  record Configured(Instant at, Edit edit) implements Change {}

  record LineLogged(Instant at, LogLine line) implements Change {}

  /** The API behaves otherwise from now on. */
  record Switched(Instant at, RouterWeather weather) implements Change {}

  /** Whatever was only in memory is gone; what goes with it was told just before. */
  record Rebooted(Instant at) implements Change {}

  /** How something came to an end. */
  enum Why {
    /** Somebody took it out: the API, or a script. */
    REMOVED,
    /** Its time was over. */
    RAN_OUT,
    /** The client hung up. */
    HUNG_UP,
    /** The session died without a word: no script runs for it. */
    VANISHED,
    REBOOT
  }
}
