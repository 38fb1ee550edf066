package io.tapgate.playground.router.console;

import java.util.Optional;

/**
 * The router's word for "no", in its own wording. Thrown from wherever the command turns out to be
 * wrong, and always caught by the console.
 */
final class Trap extends RuntimeException {
  private final transient Refusal refusal;

  private Trap(Optional<Integer> category, String message) {
    super(message, null, false, false);
    this.refusal = new Refusal(category, message);
  }

  Refusal refusal() {
    return refusal;
  }

  static Trap noSuchCommand() {
    return new Trap(Optional.of(0), "no such command");
  }

  static Trap noSuchDirectory(String name) {
    return new Trap(Optional.of(0), "no such command or directory (" + name + ")");
  }

  static Trap noSuchItem() {
    return new Trap(Optional.of(0), "no such item");
  }

  static Trap missing(String arguments) {
    return new Trap(Optional.of(0), "missing value(s) of argument(s) " + arguments);
  }

  static Trap unknownParameter(String name) {
    return new Trap(Optional.empty(), "unknown parameter " + name);
  }

  static Trap invalid(String argument) {
    return new Trap(Optional.of(1), "invalid value for argument " + argument);
  }

  static Trap duplicate() {
    return new Trap(Optional.empty(), "failure: already have such entry");
  }
}
