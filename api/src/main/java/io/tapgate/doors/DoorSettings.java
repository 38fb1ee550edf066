package io.tapgate.doors;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The keys. Their text shows none of them. */
@Validated
@ConfigurationProperties("tapgate.doors")
public record DoorSettings(
    @Pattern(regexp = KEY, message = ADVICE) String hookToken,
    @Pattern(regexp = KEY, message = ADVICE) String watcherToken,
    @Pattern(regexp = KEY, message = ADVICE) String adminToken,
    @Pattern(regexp = "|" + KEY, message = ADVICE) String metricsToken) {

  private static final String KEY = "[!-~]{16,256}";
  private static final String ADVICE =
      "write a secret of 16 to 256 letters and digits, for instance what `openssl rand -hex 32`"
          + " prints; a different one for each";

  @Override
  public String toString() {
    return "DoorSettings";
  }
}
