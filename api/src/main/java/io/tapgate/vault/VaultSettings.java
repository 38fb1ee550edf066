package io.tapgate.vault;

import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The key to what is kept locked. Its text shows nothing of it.
 *
 * @param key empty: one is made once in the data folder
 */
@Validated
@ConfigurationProperties("tapgate.vault")
public record VaultSettings(
    @Pattern(
            regexp = "|[0-9A-Fa-f]{64}",
            message = "write 64 hex digits, what `openssl rand -hex 32` prints")
        String key,
    String dataDir) {

  Path file() {
    return Path.of(dataDir).toAbsolutePath().normalize().resolve("tapgate.key");
  }

  @Override
  public String toString() {
    return "VaultSettings";
  }
}
