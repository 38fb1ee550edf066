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

  /** What it names is not there. */
  static Trap noSuchValue(String argument) {
    return new Trap(Optional.of(1), "input does not match any value of " + argument);
  }

  static Trap notPermitted() {
    return new Trap(Optional.empty(), "not enough permissions (9)");
  }

  static Trap canceled() {
    return new Trap(Optional.empty(), "update canceled");
  }

  static Trap failure(String words) {
    return new Trap(Optional.empty(), "failure: " + words);
  }

  static Trap sameName(String path) {
    String what = path.substring(path.lastIndexOf('/') + 1);
    return new Trap(Optional.empty(), "failure: " + what + " with such name exists");
  }

  static Trap duplicate() {
    return new Trap(Optional.empty(), "failure: already have such entry");
  }
}
