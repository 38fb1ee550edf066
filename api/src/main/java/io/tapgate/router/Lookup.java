package io.tapgate.router;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the addresses of a host. */
public final class Lookup {
  private Lookup() {}

  /** A name server may be silent far longer than we care to wait, and cannot be hurried. */
  public static List<InetAddress> of(String host, Duration patience)
      throws ExecutionException, TimeoutException, InterruptedException {
    FutureTask<InetAddress[]> asking = new FutureTask<>(() -> InetAddress.getAllByName(host));
    Thread.ofPlatform().daemon().name("looks up " + host).start(asking);
    return List.of(asking.get(patience.toNanos(), TimeUnit.NANOSECONDS));
  }
}
