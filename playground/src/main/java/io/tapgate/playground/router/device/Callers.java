package io.tapgate.playground.router.device;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** Who is connected to the router's services just now. May be touched from anywhere. */
public final class Callers {
  private final ConcurrentSkipListMap<Integer, Caller> byNumber = new ConcurrentSkipListMap<>();

  /**
   * One connection.
   *
   * @param service what it came to, such as {@code api-ssl}
   * @param remote where it comes from, with the port
   */
  public record Caller(int number, String service, int port, String remote) {}

  public void came(Caller caller) {
    byNumber.put(caller.number(), caller);
  }

  public void went(int number) {
    byNumber.remove(number);
  }

  /** The longest there first. */
  public List<Caller> all() {
    return List.copyOf(byNumber.values());
  }
}
