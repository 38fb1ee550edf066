package io.tapgate.doors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyLimitTest {
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final AtomicLong read = new AtomicLong();

  /** How a body can be read. */
  enum Reading {
    AT_ONCE {
      @Override
      long read(ServletRequest request) throws IOException {
        return request.getInputStream().readAllBytes().length;
      }
    },
    BYTE_BY_BYTE {
      @Override
      long read(ServletRequest request) throws IOException {
        long count = 0;
        while (request.getInputStream().read() >= 0) {
          count++;
        }
        return count;
      }
    },
    AS_TEXT {
      @Override
      long read(ServletRequest request) throws IOException {
        return request.getReader().skip(Long.MAX_VALUE);
      }
    };

    abstract long read(ServletRequest request) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void sixty_four_kib_pass(Reading reading) throws Exception {
    through(body(BodyLimit.MOST, true), reading);
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(read).hasValue(BodyLimit.MOST);
  }

  @ParameterizedTest
  @EnumSource
  void a_body_that_says_it_is_longer_is_not_even_read(Reading reading) throws Exception {
    through(body(BodyLimit.MOST + 1, true), reading);
    assertThat(response.getStatus()).isEqualTo(413);
    assertThat(read).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource
  void a_body_that_does_not_say_is_stopped_when_it_is_too_long(Reading reading) throws Exception {
    through(body(BodyLimit.MOST + 1, false), reading);
    assertThat(response.getStatus()).isEqualTo(413);
    assertThat(response.getContentAsString()).contains("urn:tapgate:problem:too-large");
  }

  @ParameterizedTest
  @EnumSource
  void no_body_is_no_trouble(Reading reading) throws Exception {
    through(body(0, false), reading);
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(read).hasValue(0);
  }

  @Test
  void a_refusal_names_the_limit() throws Exception {
    through(body(BodyLimit.MOST + 1, true), Reading.AT_ONCE);
    assertThat(response.getContentType()).startsWith("application/problem+json");
    assertThat(response.getContentAsString()).contains("\"status\":413").contains("64 KiB");
    assertThat(response.getContentAsString())
        .as("a report or an import")
        .contains("Send less at once.");
  }

  private void through(MockHttpServletRequest request, Reading reading)
      throws ServletException, IOException {
    FilterChain door = (inside, _) -> read.set(reading.read(inside));
    new BodyLimit().doFilter(request, response, door);
  }

  private static MockHttpServletRequest body(int length, boolean announced) {
    byte[] content = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
    MockHttpServletRequest request =
        new MockHttpServletRequest("POST", "/client/connect") {
          @Override
          public long getContentLengthLong() {
            return announced ? super.getContentLengthLong() : -1;
          }
        };
    request.setContent(content);
    return request;
  }
}
