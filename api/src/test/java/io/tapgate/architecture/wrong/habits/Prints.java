package io.tapgate.architecture.wrong.habits;

final class Prints {
  private Prints() {}

  static void hello() {
    System.out.println("hello");
  }
}
