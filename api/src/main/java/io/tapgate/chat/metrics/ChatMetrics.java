package io.tapgate.chat.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tapgate.chat.ChatTrouble;
import io.tapgate.chat.TellingFailed;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class ChatMetrics {
  private final MeterRegistry registry;

  ChatMetrics(MeterRegistry registry) {
    this.registry = registry;
    List.of("silent", "slow-down", "refused", "token-refused").forEach(this::counter);
  }

  @EventListener
  void on(TellingFailed failed) {
    counter(kind(failed.trouble())).increment();
  }

  private static String kind(ChatTrouble trouble) {
    return switch (trouble) {
      case ChatTrouble.Silent _ -> "silent";
      case ChatTrouble.SlowDown _ -> "slow-down";
      case ChatTrouble.Refused _ -> "refused";
      case ChatTrouble.TokenRefused _ -> "token-refused";
    };
  }

  private Counter counter(String kind) {
    return Counter.builder("tapgate.telegram.troubles")
        .description("Messages that Telegram did not take at this try")
        .tag("kind", kind)
        .register(registry);
  }
}
