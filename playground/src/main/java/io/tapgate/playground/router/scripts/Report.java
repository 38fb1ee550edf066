package io.tapgate.playground.router.scripts;

/** What became of one hook. */
public sealed interface Report {

  /** Tapgate answered. */
  record Answered(int status, String body) implements Report {}

  /** It did not, within the time limit, or could not be reached at all. */
  record Failed(String why) implements Report {}

  /** It was never sent: that is what was asked for. */
  record Lost() implements Report {}
}
