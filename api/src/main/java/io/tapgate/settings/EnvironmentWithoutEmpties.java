package io.tapgate.settings;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/** The environment as an admin means it: a setting with nothing written there is not set. */
public final class EnvironmentWithoutEmpties extends StandardServletEnvironment {
  @Override
  protected void customizePropertySources(MutablePropertySources sources) {
    super.customizePropertySources(sources);
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    sources.replace(name, new SystemEnvironmentPropertySource(name, written(System.getenv())));
  }

  static Map<String, Object> written(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(setting -> !setting.getValue().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
