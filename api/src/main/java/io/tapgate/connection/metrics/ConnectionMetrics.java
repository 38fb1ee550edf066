package io.tapgate.connection.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionsChanged;
import io.tapgate.connection.QuestionReached;
import io.tapgate.connection.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** One figure for each arrow of the flow. Only what was committed is counted. */
@Component
class ConnectionMetrics {
  private final MeterRegistry registry;

  ConnectionMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (State state : State.values()) {
      moved(state);
      enforcing(state);
    }
    hookToQuestion();
    lateness();
  }

  @TransactionalEventListener
  void on(ConnectionsChanged changed) {
    for (Connection connection : changed.connections()) {
      switch (changed.what()) {
        case MOVED -> moved(connection);
        case ENFORCED -> enforced(connection);
        case REPEATED -> registry.counter("tapgate.hooks.repeated").increment();
        case OVERDUE -> registry.counter("tapgate.router.overdue").increment();
      }
    }
  }

  @TransactionalEventListener
  void on(QuestionReached reached) {
    Connection.Moments moments = reached.connection().moments();
    Instant taken = moments.taken();
    if (taken != null) {
      hookToQuestion().record(Duration.between(moments.asked(), taken));
    }
  }

  private void moved(Connection connection) {
    moved(connection.state()).increment();
    if (connection.state() == State.EXPIRED) {
      Connection.Moments moments = connection.moments();
      lateness().record(Duration.between(moments.deadline(), moments.changed()));
    }
  }

  private void enforced(Connection connection) {
    Connection.Moments moments = connection.moments();
    enforcing(connection.state()).record(Duration.between(moments.changed(), moments.read()));
  }

  private Counter moved(State state) {
    return Counter.builder("tapgate.connections")
        .description("Connections that came into a state")
        .tag("state", word(state))
        .register(registry);
  }

  private Timer enforcing(State state) {
    return Timer.builder("tapgate.enforcing")
        .description("From a state (a tap, say) to the router read back to match it")
        .tag("state", word(state))
        .publishPercentileHistogram()
        .register(registry);
  }

  private Timer hookToQuestion() {
    return Timer.builder("tapgate.hook.to.question")
        .description("From the router's report to the question taken by Telegram")
        .publishPercentileHistogram()
        .register(registry);
  }

  private Timer lateness() {
    return Timer.builder("tapgate.deadline.lateness")
        .description("From a deadline to the moment it was acted on")
        .publishPercentileHistogram()
        .register(registry);
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
