package io.tapgate.chat.health;

import io.tapgate.chat.ChatSettings;
import io.tapgate.chat.ChatTrouble;
import io.tapgate.chat.Chats;
import io.tapgate.chat.Reachability;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * What the last call to Telegram met; and how many chats refuse the bot. One of those is no trouble
 * of Telegram's: the others are asked and told as ever.
 */
@Component("telegram")
class TelegramHealth extends AbstractHealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  private final Reachability reachability;
  private final Chats chats;
  private final ChatSettings settings;

  TelegramHealth(Reachability reachability, Chats chats, ChatSettings settings) {
    this.reachability = reachability;
    this.chats = chats;
    this.settings = settings;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Optional<ChatTrouble> trouble = reachability.trouble();
    health.status(trouble.isEmpty() ? Status.UP : DEGRADED);
    trouble.ifPresent(one -> health.withDetail("trouble", String.valueOf(one.getMessage())));
    if (!reachability.isOurs()) {
      health.withDetail("driven", "by another node");
    }
    health.withDetail("clients whose chat refuses the bot", chats.refusing());
    health.withDetail("admin chats that refuse the bot", chats.refusing(settings.admins()));
  }
}
