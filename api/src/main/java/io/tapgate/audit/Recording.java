package io.tapgate.audit;

/** What admins do is written down by whoever does it. */
public interface Recording {

  /**
   * Writes it down in the transaction that does it: both are there afterwards, or neither. Called
   * outside of one it is a fault of the caller's.
   */
  void note(Happening happening);
}
