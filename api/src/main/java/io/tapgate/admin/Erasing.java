package io.tapgate.admin;

import io.tapgate.audit.By;
import io.tapgate.client.ClientId;

/** A client goes, with all that is on record about them; the audit keeps what was done. */
public interface Erasing {
  Outcome erase(ClientId client, By by);

  /** What became of it. */
  enum Outcome {
    ERASED,
    /** Not while somebody is connected. */
    CONNECTED,
    /** A ban or a lock would be forgotten, and they would be asked about as somebody new. */
    BANNED,
    /** A router was not read back yet to match what is on record, or keeps an address out. */
    OWED,
    UNKNOWN
  }
}
