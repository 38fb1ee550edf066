package io.tapgate.router.gate;

import io.tapgate.connection.RouterId;
import io.tapgate.driving.Mishap;
import io.tapgate.router.RouterCompared;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever drives a router looks at its gate now and then, when it was just seen to answer. */
@Component
class Rechecking {
  private static final Logger log = LoggerFactory.getLogger(Rechecking.class);
  private static final Duration EVERY = Duration.ofMinutes(10);

  private final CheckingRouters checking;
  private final LongSupplier steady;
  private final Executor background;
  private final Map<RouterId, Long> looked = new ConcurrentHashMap<>();

  @Autowired
  Rechecking(CheckingRouters checking) {
    this(checking, System::nanoTime, Thread.ofVirtual().name("look at a gate")::start);
  }

  Rechecking(CheckingRouters checking, LongSupplier steady, Executor background) {
    this.checking = checking;
    this.steady = steady;
    this.background = background;
  }

  @EventListener
  void on(RouterCompared compared) {
    RouterId router = compared.router().id();
    long now = steady.getAsLong();
    Long last = looked.get(router);
    if (last == null || now - last >= EVERY.toNanos()) {
      looked.put(router, now);
      background.execute(() -> look(router));
    }
  }

  private void look(RouterId router) {
    try {
      checking.check(router).ifPresent(checked -> tell(router, checked));
    } catch (RuntimeException trouble) {
      log.warn("router {} was not looked at: {}", router.value(), new Mishap(trouble));
    }
  }

  private static void tell(RouterId router, Findings.Checked checked) {
    for (Finding one : checked.found()) {
      log.warn("router {}: {} ({}). {}", router.value(), one.what(), one.code(), one.todo());
    }
  }
}
