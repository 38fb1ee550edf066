package io.tapgate.admin.web;

import io.tapgate.doors.Problems;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What the doors of the admin API say alike. */
final class Answers {
  private Answers() {}

  static <T> ResponseEntity<?> orUnknown(Optional<T> found, String what) {
    return found.isPresent() ? ResponseEntity.ok(found.get()) : unknown(what);
  }

  static ResponseEntity<ProblemDetail> unknown(String what) {
    return refused(
        Problems.of(
            404,
            "unknown",
            "There is no such " + what + ".",
            "List them to see those there are; what is older than RETENTION is forgotten."));
  }

  static ResponseEntity<ProblemDetail> refused(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  /** The version that a change was decided on: of two who change at once, one is told. */
  static Optional<Integer> version(String ifMatch) {
    String bare = ifMatch.replaceFirst("^W/", "").replace("\"", "").strip();
    return bare.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(bare)) : Optional.empty();
  }

  /** Whoever does not mind what they change. */
  static boolean isWhichever(String ifMatch) {
    return ifMatch.strip().equals("*");
  }

  static String etag(int version) {
    return "\"" + version + "\"";
  }

  static <T> ResponseEntity<T> versioned(T body, int version) {
    return ResponseEntity.ok().header(HttpHeaders.ETAG, etag(version)).body(body);
  }

  static ResponseEntity<ProblemDetail> withoutVersion() {
    return refused(
        Problems.of(
            428,
            "no-version",
            "This change does not say what it was decided on.",
            "Read it first, and send what stood in ETag as `If-Match`."));
  }

  static ResponseEntity<ProblemDetail> stale(int version) {
    return refused(
        Problems.of(
            412,
            "stale",
            "Somebody changed it meanwhile: it is at version " + version + " now.",
            "Read it again, decide, and send the change with the new ETag. Nothing was changed."));
  }
}
