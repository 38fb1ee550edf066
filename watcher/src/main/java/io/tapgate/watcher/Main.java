package io.tapgate.watcher;

final class Main {
  private Main() {}

  static void main() {}
}
