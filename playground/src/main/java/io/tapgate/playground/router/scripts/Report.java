package io.tapgate.playground.router.scripts;

/** What became of the one request by which a script reports. */
public sealed interface Report {

  /** Whoever was asked answered. */
  record Answered(int status, String body) implements Report {}

  /** They did not, within the time limit, or could not be reached at all. */
  record Failed(String why) implements Report {}

  /** It was never sent: that is what was asked for. */
  record Lost() implements Report {}

  /** There is no script, or it came to its end, or went wrong, before it reported anything. */
  record Untold() implements Report {}
}
