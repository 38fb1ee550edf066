package io.tapgate.cli.api;

/** It did not work. The message is for a person: what is wrong, and what to do next. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is, as a shell hears it. */
  public enum Blame {
    OUTSIDE(1),
    TYPED(2);

    private final int exitCode;

    Blame(int exitCode) {
      this.exitCode = exitCode;
    }
  }

  private final Blame blame;

  private Failure(Blame blame, String message) {
    super(message, null, false, false);
    this.blame = blame;
  }

  /** The api is away, or refuses. */
  public static Failure outside(String message) {
    return new Failure(Blame.OUTSIDE, message);
  }

  /** What was typed, or written in a file, cannot be right. */
  public static Failure typed(String message) {
    return new Failure(Blame.TYPED, message);
  }

  public int exitCode() {
    return blame.exitCode;
  }

  /** What it says, never null. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
