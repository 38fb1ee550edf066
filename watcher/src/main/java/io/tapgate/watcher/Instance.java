package io.tapgate.watcher;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What this watcher calls itself at the lease door: the machine and the port of its health, which
 * no other watcher on this machine can have. A watcher that was killed and started again has the
 * same name and reads on at once, instead of waiting for its own old lease to run out.
 */
final class Instance {
  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

  /** As the lease door takes it. */
  private static final int LONGEST = 64;

  private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9._-]");

  private Instance() {}

  static String name(int healthPort) {
    return name(host(), healthPort);
  }

  /** Long names of machines often differ only at their end, so what is cut off leaves its hash. */
  static String name(String host, int healthPort) {
    String port = ":" + healthPort;
    int room = LONGEST - port.length();
    String plain = STRANGE.matcher(host).replaceAll("-");
    if (plain.length() <= room) {
      return plain + port;
    }
    String hash = "-" + Integer.toHexString(host.hashCode());
    return plain.substring(0, room - hash.length()) + hash + port;
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
