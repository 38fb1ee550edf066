package io.tapgate.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What every door answers when it cannot do what was asked. */
@RestControllerAdvice
class Refusals extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Refusals.class);
  private static final String RETRY_AFTER_SECONDS = "2";

  private final Complaint comeAgain =
      new Complaint(
          System::nanoTime,
          why -> log.warn("the database did not answer; callers are told to come again: {}", why));

  private final Complaint crowded =
      new Complaint(System::nanoTime, why -> log.warn("callers are told to come again: {}", why));

  @ExceptionHandler
  ProblemDetail refused(FieldRefused refused) {
    return Problems.of(refused);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Crowded refused) {
    String sentence = String.valueOf(refused.getMessage());
    crowded.about(sentence);
    return comeAgain(
        Problems.of(
            503, "crowded", sentence, "Send the same again in a moment: nothing was kept."));
  }

  /**
   * Whoever wrapped it: what the database could not do now it may well do in a moment. Once part of
   * an answer is on its way nothing can be told any more: it goes on to Tomcat, which breaks off
   * the line, so that nobody takes the part for the whole.
   */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(
      Exception trouble, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (response.isCommitted()) {
      throw trouble;
    }
    if (Outage.isBehind(trouble)) {
      comeAgain.about(Outage.reason(trouble));
      return comeAgain(databaseAway(request));
    }
    log.error("a fault of ours; please report it with these lines", trouble);
    return ResponseEntity.status(500)
        .body(
            Problems.of(
                500,
                "fault",
                "Something went wrong on our side.",
                "Nothing was changed. The log of the api says what happened."));
  }

  private static ResponseEntity<ProblemDetail> comeAgain(ProblemDetail problem) {
    return ResponseEntity.status(503)
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .body(problem);
  }

  /**
   * Whether a commit whose answer was lost took place is not known. Of a report or a tap it need
   * not be; an admin's order may be one that does its work twice.
   */
  static ProblemDetail databaseAway(HttpServletRequest request) {
    return Problems.of(
        503,
        "database-away",
        "The database does not answer.",
        isOrder(request)
            ? "Look whether it was done, then send it again."
            : "Send the same again in a moment: what was written down already is not written twice.");
  }

  private static boolean isOrder(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/v1/")
        && !Set.of("GET", "HEAD").contains(request.getMethod());
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem =
        unreadable.getRootCause() instanceof BodyLimit.TooLarge
            ? BodyLimit.TooLarge.problem()
            : Problems.of(
                400, "not-json", "The body is not JSON.", "Send one JSON object, in UTF-8.");
    return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
  }

  /** What Spring itself refuses gets a type and an advice as everything else does. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    ProblemDetail problem =
        switch (status.value()) {
          case 404 ->
              Problems.of(404, "no-door", "There is no such door.", "/docs lists those there are.");
          case 405 -> wrongMethod(String.join(", ", allowed(headers)));
          case 406 ->
              Problems.of(
                  406,
                  "not-accepted",
                  "Nothing that this door has to say is accepted.",
                  "Send `Accept: */*`, or none.");
          case 415 ->
              Problems.of(
                  415,
                  "not-called-json",
                  "The body does not say that it is JSON.",
                  "Send `Content-Type: application/json`.");
          default ->
              Problems.of(
                  status.value(),
                  "refused",
                  "This cannot be understood.",
                  "Look at how this door is described; nothing was changed.");
        };
    return new ResponseEntity<>(problem, headers, status);
  }

  private static List<String> allowed(HttpHeaders headers) {
    return headers.getAllow().stream().map(HttpMethod::name).sorted().toList();
  }

  private static ProblemDetail wrongMethod(String allowed) {
    return Problems.of(
        405, "wrong-method", "This door takes " + allowed + ".", "Send it as " + allowed + ".");
  }
}
