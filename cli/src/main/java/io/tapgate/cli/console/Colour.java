package io.tapgate.cli.console;

/** The few colours there are: what is well, what wants an eye, what is wrong, what is aside. */
public enum Colour {
  WELL("32"),
  EYE("33"),
  WRONG("31"),
  ASIDE("2"),
  NONE("");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  public String on(String text) {
    return this == NONE || text.isBlank() ? text : "\033[" + code + "m" + text + "\033[0m";
  }

  /** The colour of a state, by the api's word for it; a star behind it does not matter. */
  public static Colour of(String word) {
    return switch (word.replace("*", "")) {
      case "up", "open", "confirmed", "in force", "sound", "created", "reads" -> WELL;
      case "asked", "slow", "undriven", "locked", "standby" -> EYE;
      case "down", "closed", "banned", "rejected", "not sound", "refused", "silent" -> WRONG;
      case "ended", "expired", "over", "lifted", "revoked" -> ASIDE;
      default -> NONE;
    };
  }
}
