package io.tapgate.watcher;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this watcher calls itself at the lease door: the machine and the port of its health, which
 * no other watcher on this machine can have. A watcher that was killed and started again has the
 * same name and reads on at once, instead of waiting for its own old lease to run out.
 */
final class Instance {
  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

  private Instance() {}

  static String name(int healthPort) {
    return Wording.cut(host(), 64) + ":" + healthPort;
  }

  private static String host() {
    try {
      return Files.isReadable(KERNEL)
          ? Files.readString(KERNEL).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException _) {
      return "watcher";
    }
  }
}
