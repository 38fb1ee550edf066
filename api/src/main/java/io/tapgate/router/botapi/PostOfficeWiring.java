package io.tapgate.router.botapi;

import io.tapgate.router.PostOffice;
import io.tapgate.telegram.TelegramSettings;
import jakarta.validation.constraints.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** Each node asks for itself: whichever drives a router goes by what it heard. */
@Configuration(proxyBeanMethods = false)
class PostOfficeWiring {
  private static final String NOBODY = "none";

  /**
   * As it stands in the environment. Only over TLS, or on this machine, is such a page worth
   * anything.
   *
   * @param networksUrl where the page is; "none": nobody is asked
   */
  @Validated
  @ConfigurationProperties("tapgate.telegram")
  record Written(
      @Pattern(
              regexp = NOBODY + "|https://[^\\s@]+|http://(127\\.0\\.0\\.1|localhost)[:/]\\S*",
              message =
                  "TELEGRAM_NETWORKS_URL: write an address that begins with https://, or none")
          String networksUrl) {}

  @Bean
  PostOffice postOffice(Written written, TelegramSettings telegram) {
    if (written.networksUrl().equals(NOBODY)) {
      return () -> AskingTelegram.SHIPPED;
    }
    OkHttpClient.Builder way = new OkHttpClient.Builder();
    telegram.applyTo(way);
    PostOffice asking =
        new AskingTelegram(
            way.build(),
            HttpUrl.get(written.networksUrl()),
            System::nanoTime,
            Thread.ofVirtual().name("post office")::start);
    PostOffice.Networks _ = asking.networks(); // Asked now, it is known when somebody wants to.
    return asking;
  }
}
