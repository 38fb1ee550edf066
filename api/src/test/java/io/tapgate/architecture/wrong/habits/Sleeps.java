package io.tapgate.architecture.wrong.habits;

final class Sleeps {
  private Sleeps() {}

  static void once() throws InterruptedException {
    Thread.sleep(1);
  }
}
