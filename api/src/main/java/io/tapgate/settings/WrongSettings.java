package io.tapgate.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Ends a start that settings made impossible, with a line for each of them. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongSettings implements FailureAnalyzer {
  private static final String WHERE =
      "Write it into the environment or into .env, and start again."
          + " you_need.env has every setting with a line about it.";

  private final Complaints complaints;

  WrongSettings(Environment environment) {
    this.complaints = new Complaints(environment);
  }

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    List<BindException> wrong = wrong(failure);
    if (wrong.isEmpty()) {
      return null;
    }
    List<String> lines =
        wrong.stream().flatMap(one -> complaints.about(one).stream()).distinct().sorted().toList();
    return new FailureAnalysis(String.join("\n", lines), WHERE, failure);
  }

  private static List<BindException> wrong(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SettingsRefused refused) {
        return refused.settings();
      }
      if (cause instanceof BindException one) {
        return List.of(one);
      }
    }
    return List.of();
  }
}
