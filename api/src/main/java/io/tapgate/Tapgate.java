package io.tapgate;

import io.tapgate.settings.EnvironmentWithoutEmpties;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The api: doors, rules, timers, drivers. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Tapgate {
  static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(Tapgate.class);
    application.setEnvironment(new EnvironmentWithoutEmpties());
    if ("true".equals(System.getenv("PLAYGROUND"))) {
      application.setAdditionalProfiles("playground");
    }
    application.run(arguments);
  }

  /** For pauses and stopwatches. Deadlines go by the database's clock alone. */
  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
  }
}
