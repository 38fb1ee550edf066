package io.tapgate.settings;

import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;

/** Some settings cannot be what they say: the start ends here. */
final class SettingsRefused extends RuntimeException {
  private final transient List<BindException> settings;

  SettingsRefused(List<BindException> settings) {
    super("some settings are missing or wrong", settings.getFirst());
    this.settings = List.copyOf(settings);
  }

  List<BindException> settings() {
    return settings;
  }
}
