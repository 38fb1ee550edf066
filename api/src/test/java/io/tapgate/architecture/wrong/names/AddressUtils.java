package io.tapgate.architecture.wrong.names;

final class AddressUtils {
  private AddressUtils() {}
}
