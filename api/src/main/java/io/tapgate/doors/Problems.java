package io.tapgate.doors;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Refusals as RFC 9457 says: a type that stays, a sentence, and what to do next. */
public final class Problems {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Problems() {}

  public static ProblemDetail of(int status, String kind, String sentence, String advice) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create("urn:tapgate:problem:" + kind));
    problem.setTitle(sentence);
    problem.setDetail(advice);
    return problem;
  }

  public static ProblemDetail of(FieldRefused refused) {
    ProblemDetail problem =
        of(
            400,
            "wrong-field",
            String.valueOf(refused.getMessage()),
            "Correct this field and send the whole body again. Nothing was changed.");
    problem.setProperty("field", refused.field());
    return problem;
  }

  /** For where no controller has been reached yet. */
  static void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", String.valueOf(problem.getType()));
    body.put("title", problem.getTitle());
    body.put("status", problem.getStatus());
    body.put("detail", problem.getDetail());
    response.setStatus(problem.getStatus());
    if (problem.getStatus() == 503) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "2");
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
  }
}
