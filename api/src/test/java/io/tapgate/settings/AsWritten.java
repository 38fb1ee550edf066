package io.tapgate.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/**
 * Binds our settings as a start does, from an environment that a test writes; nothing is started.
 */
public final class AsWritten {
  private static final LocalValidatorFactoryBean VALIDATOR = validator();
  private static final ApplicationConversionService CONVERSION = conversion();

  private final StandardEnvironment environment = new StandardEnvironment();

  private AsWritten(Map<String, String> written) {
    MutablePropertySources sources = environment.getPropertySources();
    sources.stream().map(source -> source.getName()).toList().forEach(sources::remove);
    sources.addLast(
        new SystemEnvironmentPropertySource("written", EnvironmentWithoutEmpties.written(written)));
    sources.addLast(applicationYml());
  }

  public static AsWritten with(Map<String, String> written) {
    return new AsWritten(written);
  }

  public <T> T bind(Class<T> settings) {
    ConfigurationProperties place = settings.getAnnotation(ConfigurationProperties.class);
    Binder binder =
        new Binder(
            ConfigurationPropertySources.from(environment.getPropertySources()),
            new PropertySourcesPlaceholdersResolver(environment),
            CONVERSION);
    return binder
        .bind(place.value(), Bindable.of(settings), new ValidationBindHandler(VALIDATOR))
        .get();
  }

  /** What the admin reads when a start ends for this reason. */
  public String complaint(Throwable failure) {
    FailureAnalysis analysis = new WrongSettings(environment).analyze(failure);
    return analysis == null ? "nothing is said of " + failure : analysis.getDescription();
  }

  private static org.springframework.core.env.PropertySource<?> applicationYml() {
    try {
      return new YamlPropertySourceLoader()
          .load("application.yml", new ClassPathResource("application.yml"))
          .getFirst();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static LocalValidatorFactoryBean validator() {
    LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
    validator.afterPropertiesSet();
    return validator;
  }

  /** With every converter of ours, wherever it lives. */
  private static ApplicationConversionService conversion() {
    ApplicationConversionService conversion = new ApplicationConversionService();
    ClassPathScanningCandidateComponentProvider ours =
        new ClassPathScanningCandidateComponentProvider(false);
    ours.addIncludeFilter(new AssignableTypeFilter(Converter.class));
    for (BeanDefinition found : ours.findCandidateComponents("io.tapgate")) {
      Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
      conversion.addConverter((Converter<?, ?>) BeanUtils.instantiateClass(type));
    }
    return conversion;
  }
}
