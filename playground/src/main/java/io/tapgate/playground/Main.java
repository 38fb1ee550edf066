package io.tapgate.playground;

final class Main {
  private Main() {}

  static void main() {}
}
