package io.tapgate.chat.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tapgate.chat.ChatSettings;
import io.tapgate.chat.ChatTrouble;
import io.tapgate.chat.ChatTrouble.Refused.Ground;
import io.tapgate.chat.Chats;
import io.tapgate.chat.Leasing;
import io.tapgate.chat.Reachability;
import io.tapgate.chat.TellingFailed;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class ChatMetrics {
  private final MeterRegistry registry;

  ChatMetrics(
      MeterRegistry registry,
      Reachability reachability,
      Chats chats,
      ChatSettings settings,
      Leasing leasing) {
    this.registry = registry;
    List.of("silent", "slow-down", "refused", "token-refused").forEach(this::counter);
    List.of(Ground.values()).forEach(this::refused);
    gauge(
        "tapgate.telegram.failing",
        "1 while this node speaks to Telegram and gets nothing through, else 0",
        () -> reachability.trouble().isPresent() ? 1 : 0);
    gauge(
        "tapgate.watcher.silent",
        "1 while no watcher reads Telegram, or gets anything from it: no tap arrives; else 0",
        () -> leasing.trouble().isPresent() ? 1 : 0);
    gauge(
        "tapgate.chats.refusing",
        "Clients whose chat refuses the bot: they cannot be asked",
        chats::refusing);
    gauge(
        "tapgate.admin.chats.refusing",
        "Chats of ADMIN_CHATS that refuse the bot: what needs an admin is not heard there",
        () -> chats.refusing(settings.admins()));
  }

  @EventListener
  void on(TellingFailed failed) {
    counter(kind(failed.trouble())).increment();
    if (failed.trouble() instanceof ChatTrouble.Refused refused) {
      refused(refused.ground()).increment();
    }
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
        .description("Calls that Telegram did not carry out at this try")
        .tag("kind", kind)
        .register(registry);
  }

  private Counter refused(Ground ground) {
    return Counter.builder("tapgate.telegram.refused")
        .description("Messages that Telegram will never take")
        .tag("ground", ground.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .register(registry);
  }

  private void gauge(String name, String about, Supplier<Number> figure) {
    Gauge.builder(name, figure).description(about).register(registry);
  }
}
