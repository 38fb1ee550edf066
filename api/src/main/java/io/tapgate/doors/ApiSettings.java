package io.tapgate.doors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where the doors are: judged here, since the server itself only fails to open them. */
@Validated
@ConfigurationProperties("tapgate.api")
public record ApiSettings(
    @Min(value = 1, message = PORT) @Max(value = 65535, message = PORT) int port) {
  private static final String PORT = "write a port from 1 to 65535";
}
