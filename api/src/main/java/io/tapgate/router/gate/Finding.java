package io.tapgate.router.gate;

import java.util.Locale;

/**
 * Something at a router that is not as it should be.
 *
 * @param code the same for the same matter, for machines
 * @param what is the matter
 * @param means what comes of it
 * @param todo the way out
 */
public record Finding(String code, Weight weight, String what, String means, String todo) {

  /** How much it matters. */
  public enum Weight {
    /** Somebody may get in, or nobody can. */
    PROBLEM,
    /** Not yet, or not by itself. */
    WARNING;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Weight read(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public static Finding problem(String code, String what, String means, String todo) {
    return new Finding(code, Weight.PROBLEM, what, means, todo);
  }

  public static Finding warning(String code, String what, String means, String todo) {
    return new Finding(code, Weight.WARNING, what, means, todo);
  }
}
