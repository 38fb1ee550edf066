package io.tapgate.doors;

import jakarta.validation.constraints.Pattern;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The keys. Their text shows none of them. */
@Validated
@ConfigurationProperties("tapgate.doors")
public record DoorSettings(
    @Pattern(regexp = CARRIED, message = ADVICE + CARRIED_ADVICE) String hookToken,
    @Pattern(regexp = KEY, message = ADVICE) String watcherToken,
    @Pattern(regexp = KEY, message = ADVICE) String adminToken,
    @Pattern(regexp = "|" + KEY, message = ADVICE) String metricsToken) {

  private static final String KEY = "[!-~]{16,256}";
  private static final String ADVICE =
      "write a secret of 16 to 256 letters and digits, for instance what `openssl rand -hex 32`"
          + " prints; a different one for each";

  /** Without what ends a header or a text in a router's script, or in the command that fills it. */
  private static final String CARRIED = "[!-~&&[^,\"'\\\\$|?&]]{16,256}";

  private static final String CARRIED_ADVICE =
      "; this one goes through the router's scripts: no comma, quote, backslash, $, |, ? or & in it";

  public DoorSettings {
    SequencedMap<String, String> keys = new LinkedHashMap<>();
    keys.put("HOOK_TOKEN", hookToken);
    keys.put("WATCHER_TOKEN", watcherToken);
    keys.put("ADMIN_TOKEN", adminToken);
    keys.put("METRICS_TOKEN", metricsToken);
    mustDiffer(keys);
  }

  /** One secret for two doors would let whoever holds it through both. */
  private static void mustDiffer(SequencedMap<String, String> keys) {
    Map<String, String> seen = new HashMap<>();
    keys.forEach((name, key) -> {
      String other = key.isEmpty() ? null : seen.putIfAbsent(key, name);
      if (other != null) {
        throw new IllegalArgumentException(
            other + " and " + name + " are the same secret: write a different one into each");
      }
    });
  }

  @Override
  public String toString() {
    return "DoorSettings";
  }
}
