package io.tapgate.playground.router.rsc;

/** A script went wrong, or said so itself. The rest of it does not run unless it catches this. */
public final class ScriptError extends RuntimeException {
  public ScriptError(String message) {
    super(message, null, false, false);
  }
}
