package io.tapgate.database;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where PostgreSQL is. Without an address, one of our own runs beside the data.
 *
 * @param playground whether this installation is a playground, which never touches a real database
 */
@Validated
@ConfigurationProperties("tapgate.database")
public record DatabaseSettings(
    @Pattern(
            regexp = "|jdbc:postgresql://.+",
            message = "write jdbc:postgresql://HOST:5432/NAME, or nothing for the embedded one")
        String url,
    String user,
    String password,
    @NotBlank(message = "write a folder, such as ./var") String dataDir,
    boolean playground) {

  public boolean isEmbedded() {
    return url.isEmpty();
  }

  Path folder() {
    return Path.of(dataDir).toAbsolutePath().normalize();
  }

  /** Without what follows the name: a password may stand there. */
  @Override
  public String toString() {
    return isEmbedded() ? "the embedded database in " + dataDir : url.replaceFirst("[?].*", "");
  }
}
