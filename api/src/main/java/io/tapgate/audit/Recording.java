package io.tapgate.audit;

/** Puts on record what somebody did, in the transaction that does it. */
public interface Recording {
  void note(Happening happening);
}
