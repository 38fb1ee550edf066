package io.tapgate.chat.web;

import io.tapgate.chat.Languages;
import io.tapgate.doors.FieldRefused;
import io.tapgate.doors.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Whatever is wrong with a knock of the watcher's, the person who tapped gets to read something.
 */
@RestControllerAdvice(assignableTypes = {TapDoor.class, WatcherDoor.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class WordedRefusals {
  private final Languages languages;

  WordedRefusals(Languages languages) {
    this.languages = languages;
  }

  @ExceptionHandler
  ProblemDetail refused(FieldRefused refused) {
    ProblemDetail problem = Problems.of(refused);
    problem.setProperty("toast", languages.ofNobody().text("toast.unknown"));
    return problem;
  }
}
