package io.tapgate.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemsTest {
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void a_problem_has_a_type_that_stays_a_sentence_and_what_to_do() throws IOException {
    JsonNode written = written(Problems.of(401, "no-key", "This door needs a key.", "Send one."));
    assertThat(written.propertyNames()).containsExactly("type", "title", "status", "detail");
    assertThat(written.get("type").asString()).isEqualTo("urn:tapgate:problem:no-key");
    assertThat(written.get("title").asString()).isEqualTo("This door needs a key.");
    assertThat(written.get("status").asInt()).isEqualTo(401);
    assertThat(written.get("detail").asString()).isEqualTo("Send one.");
    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
  }

  @Test
  void whatever_its_words_are_the_json_holds() throws IOException {
    String odd = "\"quoted\" \\ {1} \n \0 тест 𝕏 </script>";
    assertThat(written(Problems.of(400, "odd", odd, odd)).get("title").asString()).isEqualTo(odd);
  }

  @Test
  void a_wrong_field_is_named() {
    ProblemDetail problem = Problems.of(new FieldRefused("caller_id", "is required"));
    assertThat(problem.getTitle()).isEqualTo("caller_id: is required");
    assertThat(problem.getProperties()).containsEntry("field", "caller_id");
    assertThat(problem.getStatus()).isEqualTo(400);
  }

  private JsonNode written(ProblemDetail problem) throws IOException {
    Problems.write(response, problem);
    return JsonMapper.shared().readTree(response.getContentAsByteArray());
  }
}
