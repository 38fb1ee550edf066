package io.tapgate.doors;

/** A parameter behind the question mark is unknown, or cannot be what it says. */
public final class ParameterRefused extends RuntimeException {
  private final String parameter;

  public ParameterRefused(String parameter, String why) {
    super(parameter + ": " + why);
    this.parameter = parameter;
  }

  public String parameter() {
    return parameter;
  }
}
