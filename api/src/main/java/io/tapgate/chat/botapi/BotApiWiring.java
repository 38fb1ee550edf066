package io.tapgate.chat.botapi;

import io.tapgate.telegram.TelegramSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Telegram is the post office we use. */
@Configuration(proxyBeanMethods = false)
class BotApiWiring {

  /** As they stand in the environment. */
  @ConfigurationProperties("tapgate.telegram")
  record Written(String apiUrl, String token, String proxy) {
    Written {
      TelegramSettings _ = TelegramSettings.of(apiUrl, token, proxy);
    }

    TelegramSettings settings() {
      return TelegramSettings.of(apiUrl, token, proxy);
    }

    @Override
    public String toString() {
      return settings().toString();
    }
  }

  @Bean
  TelegramSettings telegramSettings(Written written) {
    return written.settings();
  }

  @Bean
  BotApiMessenger messenger(TelegramSettings telegram) {
    return new BotApiMessenger(telegram);
  }
}
