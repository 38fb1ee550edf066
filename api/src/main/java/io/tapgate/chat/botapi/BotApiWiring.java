package io.tapgate.chat.botapi;

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
      TelegramSettings checked = TelegramSettings.of(apiUrl, token, proxy);
      apiUrl = checked.server().toString();
    }

    @Override
    public String toString() {
      return apiUrl;
    }
  }

  @Bean
  BotApiMessenger messenger(Written written) {
    return new BotApiMessenger(
        TelegramSettings.of(written.apiUrl(), written.token(), written.proxy()));
  }
}
