package io.tapgate.doors;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A parameter, or the number in a path, cannot be what it says. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ParametersRefused {
  @ExceptionHandler
  ProblemDetail refused(ParameterRefused refused) {
    return problem(refused.parameter(), String.valueOf(refused.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail refused(MethodArgumentTypeMismatchException refused) {
    return problem(refused.getName(), refused.getName() + ": write a number");
  }

  private static ProblemDetail problem(String name, String sentence) {
    ProblemDetail problem =
        Problems.of(
            400, "wrong-parameter", sentence, "Correct this parameter. Nothing was changed.");
    problem.setProperty("field", name);
    return problem;
  }
}
