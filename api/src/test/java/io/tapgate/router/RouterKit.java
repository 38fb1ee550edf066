package io.tapgate.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.address.TunnelAddress;
import io.tapgate.router.RouterAtHand.Listed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A router at hand and a door open to it, for the kits that a make's own tests extend. */
abstract class RouterKit {
  static final String CALLER = "203.0.113.7";
  static final Duration LEASE = Duration.ofMinutes(15);
  static final Optional<Duration> EVER = Optional.empty();
  static final TunnelAddress FOUR = TunnelAddress.parse("10.8.0.5");
  static final TunnelAddress LIKE_FOUR = TunnelAddress.parse("10.8.0.50");

  RouterAtHand hand;
  RouterDoor door;

  /** A fresh router, with whose lists are called DENY, PERMIT and BAN. */
  protected abstract RouterAtHand freshRouter();

  protected abstract RouterDoors doors();

  @BeforeEach
  void open() {
    hand = freshRouter();
    door = doors().open(hand.router());
  }

  @AfterEach
  void close() {
    door.close();
    hand.close();
  }

  ListAssert<Listed> thatIn(String list, String address) {
    return assertThat(hand.entries(list, address));
  }

  static Listed ours(Duration left) {
    return new Listed(Optional.of(left), "tapgate", false);
  }

  static void atOnce(List<Runnable> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      work.forEach(one -> all.add(threads.submit(one)));
      for (Future<?> one : all) {
        one.get(50, TimeUnit.SECONDS);
      }
    }
  }
}
