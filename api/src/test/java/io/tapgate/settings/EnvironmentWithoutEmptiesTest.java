package io.tapgate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class EnvironmentWithoutEmptiesTest {

  @Test
  void a_setting_with_nothing_written_there_is_not_set() {
    assertThat(EnvironmentWithoutEmpties.written(Map.of("ROUTER_PORT", "", "ROUTER_HOST", "gate")))
        .isEqualTo(Map.of("ROUTER_HOST", "gate"));
  }

  @Test
  void the_environment_is_still_read_as_one() {
    MutablePropertySources sources = new EnvironmentWithoutEmpties().getPropertySources();
    assertThat(sources.get(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
        .isInstanceOf(SystemEnvironmentPropertySource.class);
    assertThat(new EnvironmentWithoutEmpties().getProperty("PATH"))
        .isEqualTo(System.getenv("PATH"));
  }
}
