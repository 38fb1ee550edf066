package io.tapgate.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * What is wrong with a setting, naming it as the admin does, by its environment name, and saying
 * what to write there. The value itself is not repeated: it may be a secret.
 */
final class Complaints {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)[:}]");
  private static final Map<Class<?>, String> SPRINGS =
      Map.of(
          Integer.class, "write a whole number",
          Boolean.class, "write true or false",
          Locale.class, "write a language such as en or ru");

  private final Environment environment;

  Complaints(Environment environment) {
    this.environment = environment;
  }

  List<String> about(BindException cause) {
    return validation(cause)
        .map(found -> found.getValidationErrors().getAllErrors().stream().map(this::complaint))
        .map(lines -> lines.distinct().sorted().toList())
        .orElseGet(() -> List.of(named(cause.getName().toString(), reason(cause))));
  }

  private String complaint(ObjectError error) {
    String property =
        error instanceof FieldError field
            ? field.getObjectName() + "." + dashed(field.getField())
            : error.getObjectName();
    return named(property, String.valueOf(error.getDefaultMessage()));
  }

  private static Optional<BindValidationException> validation(BindException cause) {
    return cause.getCause() instanceof BindValidationException found
        ? Optional.of(found)
        : Optional.empty();
  }

  /** The innermost cause is ours and says what to write; Spring's own does not. */
  private static String reason(Throwable trouble) {
    Throwable cause = trouble;
    while (cause.getCause() != null) {
      if (cause instanceof ConversionFailedException failed
          && SPRINGS.containsKey(target(failed))) {
        return String.valueOf(SPRINGS.get(target(failed)));
      }
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private static Class<?> target(ConversionFailedException failed) {
    return failed.getTargetType().getObjectType();
  }

  private static String dashed(String field) {
    return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** What several settings together make impossible names them itself. */
  private String named(String property, String complaint) {
    return setting(property).map(name -> name + ": " + complaint).orElse(complaint);
  }

  /** {@code tapgate.router.host: ${ROUTER_HOST:}} makes ROUTER_HOST of tapgate.router.host. */
  private Optional<String> setting(String property) {
    String whole = property.replaceFirst("\\[[0-9]+]$", "");
    Optional<String> name =
        environment instanceof ConfigurableEnvironment configurable
            ? configurable.getPropertySources().stream()
                .map(source -> raw(source, whole))
                .flatMap(Optional::stream)
                .findFirst()
            : Optional.empty();
    return name.or(() -> Optional.of(whole).filter(environment::containsProperty));
  }

  private static Optional<String> raw(PropertySource<?> source, String property) {
    @Nullable Object value =
        source instanceof EnumerablePropertySource<?> known ? known.getProperty(property) : null;
    Matcher placeholder = PLACEHOLDER.matcher(String.valueOf(value));
    return placeholder.find() ? Optional.of(placeholder.group(1)) : Optional.empty();
  }
}
